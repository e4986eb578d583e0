package gongkai.submission.problem;

import gongkai.submission.language.Text;
import java.util.List;
import java.util.Locale;

/**
 * Something we will not do as asked, in words that tell a clerk what to do next.
 *
 * <p>Each feature names its own; {@link RefusalProblems} makes a problem (RFC 9457) of any of them.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is. */
    public enum Reason {
        /** The request is understood; its content is wrong. */
        INVALID(422),
        /** What it names does not exist. */
        ABSENT(404),
        /** It does not fit what has happened meanwhile. */
        CONFLICT(409),
        /** It was made on the ground of an older revision. */
        STALE(412),
        /** It must say which revision it was made on the ground of. */
        UNCONDITIONAL(428),
        /** The client has asked for more than its share. */
        TOO_MANY(429),
        /** The same request may succeed in a moment. */
        NOT_NOW(503);

        final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    private final Reason reason;
    private final String type;
    private final transient Text title;
    private final transient Text detail;

    /** @param type names this refusal for programs, and never changes: {@code unit-not-on-roster} */
    protected Refusal(Reason reason, String type, Text title, Text detail) {
        super(detail.en());
        this.reason = reason;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    /** The same refusal, for an heir that has more to say about it. */
    protected Refusal(Refusal same) {
        this(same.reason, same.type, same.title, same.detail);
    }

    /** As in {@code /problems/…}. */
    public String name() {
        return type;
    }

    /** What happened, and what to do about it. */
    public Text words() {
        return new Text("%s：%s".formatted(title.zh(), detail.zh()), "%s: %s".formatted(title.en(), detail.en()));
    }

    Reason reason() {
        return reason;
    }

    String type() {
        return type;
    }

    Text title() {
        return title;
    }

    Text detail() {
        return detail;
    }

    /** What is wrong, place by place; nothing unless the refusal is about the content of a request. */
    public List<?> errors(Locale language) {
        return List.of();
    }
}
