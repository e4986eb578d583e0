package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

public final class UnitNotOnRoster extends Refusal {

    private static final long serialVersionUID = 1L;

    UnitNotOnRoster(String collection, String unit) {
        super(
                Reason.ABSENT,
                "unit-not-on-roster",
                new Text("该单位不在报送名单", "The unit is not on the roster"),
                new Text(
                        "报送任务“%s”的名单中没有单位“%s”。请核对单位代码，或请编制机关加入名单。".formatted(collection, unit),
                        "The roster of “%s” has no unit “%s”. Check the code, or ask the bureau to add the unit."
                                .formatted(collection, unit)));
    }
}
