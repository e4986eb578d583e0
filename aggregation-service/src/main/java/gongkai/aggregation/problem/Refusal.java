package gongkai.aggregation.problem;

import gongkai.aggregation.language.Text;
import java.util.List;

/**
 * Something we will not or cannot answer as asked, in words that tell a clerk what to do next.
 *
 * <p>Each feature names its own; {@link RefusalProblems} makes a problem (RFC 9457) of any of them.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is. */
    public enum Reason {
        /** What it names does not exist. */
        ABSENT(404),
        /** It does not fit what is known. */
        CONFLICT(409),
        /** It asks for two things that do not go together. */
        INVALID(422),
        /** The client has asked for more than its share. */
        TOO_MANY(429),
        /** Something of ours is wrong, and no other request will do. */
        ASTRAY(500),
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

    /** @param type names this refusal for programs, and never changes: {@code indicator-unknown} */
    protected Refusal(Reason reason, String type, Text title, Text detail) {
        super(detail.en());
        this.reason = reason;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    /** What is wrong, place by place; nothing where the words say it all. */
    public List<?> errors() {
        return List.of();
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
}
