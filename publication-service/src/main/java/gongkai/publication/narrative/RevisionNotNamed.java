package gongkai.publication.narrative;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** A text stands, and the request does not say that its author has seen it. */
public final class RevisionNotNamed extends Refusal {

    private static final long serialVersionUID = 1L;

    RevisionNotNamed(long current) {
        super(
                Reason.UNCONDITIONAL,
                "revision-not-named",
                new Text("请说明依据的修订号", "Say which revision you have seen"),
                new Text(
                        "此处已有第 %d 稿。请先读取，再以 If-Match: \"%d\" 提交修改。".formatted(current, current),
                        "Revision %d stands here. Read it first, then send your change with If-Match: \"%d\"."
                                .formatted(current, current)));
    }
}
