package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class ForeignRow extends Refusal {

    private static final long serialVersionUID = 1L;

    ForeignRow(String row, String bureau) {
        super(
                Reason.INVALID,
                "foreign-row",
                new Text("补充指标代码不符合要求", "A row of one's own has another's code"),
                new Text(
                        "补充指标“%s”应以“%s.”开头，且不得重复。".formatted(row, bureau),
                        "The code of row “%s” must begin with “%s.”, and be there once.".formatted(row, bureau)));
    }
}
