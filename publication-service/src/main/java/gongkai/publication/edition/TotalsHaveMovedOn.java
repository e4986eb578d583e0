package gongkai.publication.edition;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

/** A unit has submitted again since whoever publishes last looked. */
final class TotalsHaveMovedOn extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long latest;

    TotalsHaveMovedOn(long asked, long latest) {
        super(
                Reason.CONFLICT,
                "totals-have-moved-on",
                new Text("汇总数据已更新", "The totals have moved on"),
                new Text(
                        "您要发布第 %d 次汇总，但最新的是第 %d 次。请查看草稿，确认后发布最新的一次。".formatted(asked, latest),
                        "You asked for totals of revision %d; the latest is %d. Look at the draft, and publish that one."
                                .formatted(asked, latest)));
        this.latest = latest;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("latest", latest);
    }
}
