package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

public final class CollectionExists extends Refusal {

    private static final long serialVersionUID = 1L;

    CollectionExists(String collection) {
        super(
                Reason.CONFLICT,
                "collection-exists",
                new Text("报送任务已存在", "The collection exists already"),
                new Text(
                        "报送任务“%s”已存在，内容与此不同。请改用新的代码，或修改原任务。".formatted(collection),
                        "Collection “%s” exists and asks for something else. Use another code, or change that one."
                                .formatted(collection)));
    }
}
