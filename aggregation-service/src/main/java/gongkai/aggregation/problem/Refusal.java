package gongkai.aggregation.problem;

import gongkai.aggregation.language.Text;

/**
 * Something that is asked for and is not there, in words that tell a clerk what to do next.
 *
 * <p>Each feature names its own; {@link RefusalProblems} makes a problem (RFC 9457) of any of them.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Text title;
    private final transient Text detail;

    /** @param type names this refusal for programs, and never changes: {@code indicator-unknown} */
    protected Refusal(String type, Text title, Text detail) {
        super(detail.en());
        this.type = type;
        this.title = title;
        this.detail = detail;
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
