package gongkai.aggregation.total;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;
import java.time.Instant;

final class NoTotalsThen extends Refusal {

    private static final long serialVersionUID = 1L;

    NoTotalsThen(String collection, Instant asked, Instant first) {
        super(
                Reason.ABSENT,
                "no-totals-then",
                new Text("当时还没有汇总", "There were no totals then"),
                new Text(
                        "报送任务“%s”的汇总始于 %s，在 %s 还没有。请改查其后的时间。".formatted(collection, first, asked),
                        "The totals of “%s” begin at %s; there were none at %s. Ask for a later time."
                                .formatted(collection, first, asked)));
    }
}
