package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

public final class CollectionClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    CollectionClosed(String collection, String bureau) {
        super(
                Reason.CONFLICT,
                "collection-closed",
                new Text("报送任务已截止", "The collection is closed"),
                new Text(
                        "报送任务“%s”已关闭，数据未被保存。需要修改的，请联系 %s 重新开放。".formatted(collection, bureau),
                        "Collection “%s” is closed; nothing was stored. To change figures, ask %s to open it again."
                                .formatted(collection, bureau)));
    }
}
