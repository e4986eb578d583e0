package gongkai.aggregation.collection;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

public final class RevisionUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    RevisionUnknown(String collection, long revision, long latest) {
        super(
                "revision-unknown",
                new Text("没有这一版汇总", "The totals have no such revision"),
                new Text(
                        "报送任务“%s”的汇总没有第 %d 版，目前为第 %d 版。请改查 1 至 %d 之间的版本。"
                                .formatted(collection, revision, latest, latest),
                        "The totals of “%s” have no revision %d; the latest is %d. Ask for one from 1 to %d."
                                .formatted(collection, revision, latest, latest)));
    }
}
