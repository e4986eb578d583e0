package gongkai.publication.narrative;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;

public final class TextTooLong extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Several times the longest narrative of a real report, which is read in milliseconds; at worst this takes a second or two. */
    private static final int LONGEST = 50_000;

    private TextTooLong(int length) {
        super(
                Reason.INVALID,
                "text-too-long",
                new Text("文字过长", "The text is too long"),
                new Text(
                        "各节文字共 %d 字，最多可有 %d 字。请精简，核对时也可分节。".formatted(length, LONGEST),
                        "The sections have %d characters; at most %d are read. Shorten them; an audit can also take them one by one."
                                .formatted(length, LONGEST)));
    }

    /** @throws TextTooLong where the sections together are longer than anybody would read */
    public static void refuse(List<Section> sections) {
        int length =
                sections.stream().mapToInt(section -> section.text().length()).sum();
        if (length > LONGEST) {
            throw new TextTooLong(length);
        }
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("longest", LONGEST);
    }
}
