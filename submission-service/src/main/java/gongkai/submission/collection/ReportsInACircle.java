package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class ReportsInACircle extends Refusal {

    private static final long serialVersionUID = 1L;

    ReportsInACircle(String collection, String above) {
        super(
                Reason.INVALID,
                "reports-in-a-circle",
                new Text("上报关系成环", "It would report to itself"),
                new Text(
                        "“%2$s”直接或间接上报至“%1$s”，“%1$s”不能再上报至“%2$s”。请改选上级任务。".formatted(collection, above),
                        "“%2$s” reports to “%1$s”, directly or through others, so “%1$s” cannot report to “%2$s”. Choose another."
                                .formatted(collection, above)));
    }
}
