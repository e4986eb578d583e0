package gongkai.aggregation.collection;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

public final class RevisionUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param nearest the latest of the earlier ones; null where there is none */
    RevisionUnknown(String collection, long revision, Long nearest, long latest) {
        super(
                Reason.ABSENT,
                "revision-unknown",
                new Text("没有这一版汇总", "The totals have no such revision"),
                new Text(
                        "报送任务“%s”的汇总没有第 %d 版。请改查%s最新的第 %d 版，或用 at 按时间查询。"
                                .formatted(
                                        collection,
                                        revision,
                                        nearest == null ? "" : "此前的第 %d 版、".formatted(nearest),
                                        latest),
                        "The totals of “%s” have no revision %d. Ask for %s%d, the latest, or for a time with “at”."
                                .formatted(
                                        collection,
                                        revision,
                                        nearest == null ? "" : nearest + ", the one before, or ",
                                        latest)));
    }
}
