package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

/** Whoever approves names the draft that they have seen, and it is another by now. */
final class DraftHasChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String hash;

    DraftHasChanged(String hash) {
        super(
                Reason.CONFLICT,
                "draft-has-changed",
                new Text("草稿已有变化", "The draft has changed"),
                new Text(
                        "草稿已不是您看到的那一稿。请重新查看草稿，再以其 hash 批准。",
                        "The draft is not the one you have seen. Look at it again, and approve it by its hash."));
        this.hash = hash;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("hash", hash);
    }
}
