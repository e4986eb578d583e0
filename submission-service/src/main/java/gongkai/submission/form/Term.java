package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One summand of a rule: an indicator's figure, of this period or of the one before.
 *
 * <p>Written {@code 3.1} or {@code 3.1@previous}.
 */
public record Term(String indicator, boolean previous) {

    private static final String PREVIOUS = "@previous";

    @JsonCreator
    static Term of(String written) {
        return written.endsWith(PREVIOUS)
                ? new Term(written.substring(0, written.length() - PREVIOUS.length()), true)
                : new Term(written, false);
    }

    @Override
    @JsonValue
    public String toString() {
        return previous ? indicator + PREVIOUS : indicator;
    }
}
