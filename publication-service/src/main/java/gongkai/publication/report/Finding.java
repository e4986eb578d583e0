package gongkai.publication.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A rule of the form that the totals break (校核问题), with both sides of it.
 *
 * @param rule its code in the form
 * @param relation what should hold between left and right: {@code =}, {@code <=}, {@code >=}
 * @param indicators the figures it speaks of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(
        String rule, Severity severity, BigDecimal left, String relation, BigDecimal right, List<String> indicators) {

    public Finding {
        Objects.requireNonNull(rule, "a finding names its rule");
        Objects.requireNonNull(severity, "a finding has a severity");
        left = Figures.canonical(left);
        right = Figures.canonical(right);
        indicators = List.copyOf(indicators);
    }

    public enum Severity {
        /** It must be mended: nothing is published with it. */
        @JsonProperty("error")
        ERROR,
        /** It is unusual, and may be right: it is published with the figures. */
        @JsonProperty("warning")
        WARNING
    }
}
