package gongkai.publication.narrative;

import gongkai.chassis.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

public final class TextTooLong extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** Several times the longest narrative of a real report, which is read in milliseconds; at worst this takes a second or two. */
    private static final int MAX_LENGTH = 50_000;

    private TextTooLong(int length) {
        super(NarrativeProblem.TEXT_TOO_LONG, length, MAX_LENGTH);
    }

    /** @throws TextTooLong where the sections together are longer than anybody would read */
    public static void rejectIfTooLong(List<Section> sections) {
        int length =
                sections.stream().mapToInt(section -> section.text().length()).sum();
        if (length > MAX_LENGTH) {
            throw new TextTooLong(length);
        }
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("longest", MAX_LENGTH);
    }
}
