package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class NothingToReturn extends Refusal {

    private static final long serialVersionUID = 1L;

    NothingToReturn(String unit) {
        super(
                Reason.CONFLICT,
                "nothing-to-return",
                new Text("没有可退回的报送", "There is nothing to return"),
                new Text(
                        "单位“%s”当前没有已提交的报送，不能退回。".formatted(unit),
                        "Unit “%s” has nothing submitted at present, so nothing can be returned.".formatted(unit)));
    }
}
