package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

public final class CollectionUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    CollectionUnknown(String collection) {
        super(
                Reason.ABSENT,
                "collection-unknown",
                new Text("没有这个报送任务", "There is no such collection"),
                new Text(
                        "没有报送任务“%s”。请核对任务代码，或向编制机关询问。".formatted(collection),
                        "There is no collection “%s”. Check its code, or ask the bureau.".formatted(collection)));
    }
}
