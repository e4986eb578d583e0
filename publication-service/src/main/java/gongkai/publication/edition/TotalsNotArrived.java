package gongkai.publication.edition;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

/** Totals travel as events; whoever has just read them elsewhere can be a moment ahead of us. */
final class TotalsNotArrived extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long latest;

    /** @param latest the revision that has arrived; 0 for none */
    TotalsNotArrived(long asked, long latest) {
        super(
                Reason.EARLY,
                "totals-not-arrived",
                new Text("汇总数据尚未到达", "These totals have not arrived yet"),
                new Text(
                        "第 %d 次汇总尚未到达，最新的是第 %d 次。请稍候再试。".formatted(asked, latest),
                        "Totals of revision %d have not arrived; the latest here is %d. Try again in a moment."
                                .formatted(asked, latest)));
        this.latest = latest;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("latest", latest);
    }
}
