package gongkai.aggregation.collection;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class TooManyWait extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyWait() {
        super(
                Reason.NOT_NOW,
                "too-many-wait",
                new Text("等候的请求过多", "Too many are waiting"),
                new Text(
                        "同时等候汇总变动的请求已满。请稍后重试，或不带等候直接查询。",
                        "As many requests as can be are waiting for totals to change. Try again in a moment, or ask without waiting."));
    }
}
