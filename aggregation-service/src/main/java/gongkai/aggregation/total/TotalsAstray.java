package gongkai.aggregation.total;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;
import java.util.List;

/** The running totals are not the sum of what counts: a defect of ours, and an alarm. */
final class TotalsAstray extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<RecountView.Difference> differences;

    TotalsAstray(String collection, long revision, List<RecountView.Difference> differences) {
        super(
                Reason.ASTRAY,
                "totals-astray",
                new Text("汇总与重新计算的结果不一致", "The totals are not what the submissions add up to"),
                new Text(
                        "报送任务“%s”第 %d 版汇总有 %d 项指标与重新计算不符（见 errors）。请勿使用该汇总，并通知管理员由日志重建。"
                                .formatted(collection, revision, differences.size()),
                        "In revision %2$d of the totals of “%1$s”, %3$d figures differ from the recount (see errors). Do not use them, and tell"
                                        .formatted(collection, revision, differences.size())
                                + " the administrator to rebuild them from the log."));
        this.differences = differences;
    }

    @Override
    public List<?> errors() {
        return differences;
    }
}
