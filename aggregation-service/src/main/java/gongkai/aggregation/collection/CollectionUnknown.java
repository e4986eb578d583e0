package gongkai.aggregation.collection;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

public final class CollectionUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    CollectionUnknown(String collection) {
        super(
                Reason.ABSENT,
                "collection-unknown",
                new Text("没有这个报送任务", "There is no such collection"),
                new Text(
                        "没有报送任务“%s”的汇总。请核对任务代码；如任务刚刚建立，请稍后再试。".formatted(collection),
                        "There are no totals of a collection “%s”. Check its code; if it was opened just now, ask again in a moment."
                                .formatted(collection)));
    }
}
