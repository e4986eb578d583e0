package gongkai.aggregation.total;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class IndicatorUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    IndicatorUnknown(String indicator, String form) {
        super(
                Reason.ABSENT,
                "indicator-unknown",
                new Text("没有这个统计指标", "There is no such indicator"),
                new Text(
                        "统计表“%s”没有指标“%s”。请对照汇总中的指标代码。".formatted(form, indicator),
                        "The form “%s” has no indicator “%s”. Compare the codes in the totals."
                                .formatted(form, indicator)));
    }
}
