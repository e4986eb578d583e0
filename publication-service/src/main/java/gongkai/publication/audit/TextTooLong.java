package gongkai.publication.audit;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

public final class TextTooLong extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int longest;

    TextTooLong(int length, int longest) {
        super(
                Reason.INVALID,
                "text-too-long",
                new Text("文字过长", "The text is too long"),
                new Text(
                        "各节文字共 %d 字，一次最多核对 %d 字。请分节核对。".formatted(length, longest),
                        "The sections have %d characters; at most %d are audited at once. Audit them section by section."
                                .formatted(length, longest)));
        this.longest = longest;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("longest", longest);
    }
}
