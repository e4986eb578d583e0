package gongkai.publication.narrative;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** Someone else wrote meanwhile: storing this text would lose theirs. */
public final class StaleRevision extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param seen what {@code If-Match} names
     * @param current the revision that stands; 0 for none
     */
    public StaleRevision(String seen, long current) {
        super(
                Reason.STALE,
                "stale-revision",
                new Text("其间已有他人修改", "Somebody has changed this meanwhile"),
                new Text(
                        "您依据的是 %s，现为第 %d 稿。请重新读取，合并您的修改，再以其 ETag 作为 If-Match 提交。".formatted(seen, current),
                        "You have seen %s; revision %d stands now. Read it again, merge your changes, and send them with its ETag as If-Match."
                                .formatted(seen, current)));
    }
}
