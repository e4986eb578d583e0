package gongkai.publication.problem;

import gongkai.publication.language.Text;
import java.util.Map;

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
        /** It was there, and is not any more. */
        GONE(410),
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

    /** @param type names this refusal for programs, and never changes: {@code units-missing} */
    protected Refusal(Reason reason, String type, Text title, Text detail) {
        super(detail.en());
        this.reason = reason;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    public String type() {
        return type;
    }

    Reason reason() {
        return reason;
    }

    public Text title() {
        return title;
    }

    public Text detail() {
        return detail;
    }

    /** What a program needs besides the words, by member name. */
    protected Map<String, Object> members() {
        return Map.of();
    }
}
