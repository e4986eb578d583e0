package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class NotSubmitted extends Refusal {

    private static final long serialVersionUID = 1L;

    NotSubmitted(String unit) {
        super(
                Reason.CONFLICT,
                "not-submitted",
                new Text("尚未提交", "It is not submitted"),
                new Text(
                        "单位“%s”当前没有已提交的报送，不能退回或撤回。".formatted(unit),
                        "Unit “%s” has nothing submitted at present, so nothing can be returned or withdrawn."
                                .formatted(unit)));
    }
}
