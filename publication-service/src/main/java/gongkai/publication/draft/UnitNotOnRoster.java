package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

final class UnitNotOnRoster extends Refusal {

    private static final long serialVersionUID = 1L;

    UnitNotOnRoster(String report, String unit) {
        super(
                Reason.ABSENT,
                "unit-not-on-roster",
                new Text("没有这个报送单位", "No such unit"),
                new Text(
                        "报告“%s”的报送单位中没有“%s”。草稿（draft）列有全部单位。".formatted(report, unit),
                        "“%s” is not a unit of report “%s”; its draft lists them all.".formatted(unit, report)));
    }
}
