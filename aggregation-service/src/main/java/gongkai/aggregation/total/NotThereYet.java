package gongkai.aggregation.total;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class NotThereYet extends Refusal {

    private static final long serialVersionUID = 1L;

    NotThereYet(String collection, Token token) {
        super(
                Reason.NOT_NOW,
                "totals-not-there-yet",
                new Text("汇总尚未包含这次报送", "The totals do not know of this submission yet"),
                new Text(
                        "报送任务“%s”的汇总还没有处理到 %s。报送已经保存，请稍等几秒后再查。".formatted(collection, token),
                        "The totals of “%s” have not got to %s yet. The submission is safe; ask again in a few seconds."
                                .formatted(collection, token)));
    }
}
