package gongkai.chassis.problem;

import gongkai.chassis.i18n.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ends a request with a problem (RFC 9457), in words that tell a clerk what to do next.
 *
 * <p>A subclass exists only where a problem carries more than words.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient LocalizedText title;
    private final transient LocalizedText detail;

    /**
     * @param arguments for the words of the message file; a {@link LocalizedText}, or a function of a {@link Locale}, appears in the
     *     reader's language
     */
    public ProblemException(ProblemType type, Object... arguments) {
        super(ProblemMessages.detail(type, arguments).en());
        this.type = type;
        this.title = ProblemMessages.title(type, arguments);
        this.detail = ProblemMessages.detail(type, arguments);
    }

    /** Copies a problem, for a subclass with more to say about it. */
    protected ProblemException(ProblemException same) {
        super(same.getMessage());
        this.type = same.type;
        this.title = same.title;
        this.detail = same.detail;
    }

    public ProblemType type() {
        return type;
    }

    /** What happened. */
    public LocalizedText title() {
        return title;
    }

    /** What to do next. */
    public LocalizedText detail() {
        return detail;
    }

    /** What happened, and what to do about it. */
    public LocalizedText words() {
        return new LocalizedText(
                "%s：%s".formatted(title.zh(), detail.zh()), "%s: %s".formatted(title.en(), detail.en()));
    }

    /** Lists the wrong places of a request; empty unless the problem is about its content. */
    public List<?> errors(Locale language) {
        return List.of();
    }

    /** What a program needs besides the words, by member name. */
    protected Map<String, Object> members(Locale language) {
        return Map.of();
    }
}
