package gongkai.submission.collection;

import gongkai.submission.collection.StatedValues.Bounds;
import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class ValueOutOfBounds extends Refusal {

    private static final long serialVersionUID = 1L;

    ValueOutOfBounds(String indicator, Bounds bounds) {
        super(
                Reason.INVALID,
                "value-out-of-bounds",
                new Text("认定的数值不可能成立", "The value cannot be right"),
                new Text(
                        "%s 不可能少于报送最多的单位的 %s，也不可能多于各单位合计的 %s。请填写其间的数值。"
                                .formatted(
                                        indicator,
                                        bounds.lower().toPlainString(),
                                        bounds.upper().toPlainString()),
                        "%s cannot be less than %s, which one unit alone reported, nor more than %s, which all of them reported together. State a value between."
                                .formatted(
                                        indicator,
                                        bounds.lower().toPlainString(),
                                        bounds.upper().toPlainString())));
    }
}
