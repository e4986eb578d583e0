package gongkai.aggregation.rollup;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/**
 * A figure that a rule adds up.
 *
 * @param previous whether the figure of the period before is meant
 */
public record Term(String indicator, boolean previous) {

    private static final String PREVIOUS = "@previous";

    /** Reads {@code 3.1} or {@code 3.1@previous}. */
    @JsonCreator
    public static Term of(String term) {
        return term.endsWith(PREVIOUS)
                ? new Term(term.substring(0, term.length() - PREVIOUS.length()), true)
                : new Term(term, false);
    }

    BigDecimal in(Figures figures, Figures before) {
        return (previous ? before : figures).get(indicator).orElse(BigDecimal.ZERO);
    }
}
