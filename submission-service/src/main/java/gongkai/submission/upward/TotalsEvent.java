package gongkai.submission.upward;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The totals of a collection, as the aggregation-service publishes them: the fields of {@code gongkai.totals} that are needed here.
 *
 * @param state of the collection
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TotalsEvent(
        String collection,
        long revision,
        String state,
        String contentHash,
        Map<String, BigDecimal> values,
        List<UnitCounted> units,
        List<BrokenRule> findings) {

    private static final String CLOSED = "closed";

    /** @param revision of its submission; null if there is none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnitCounted(String code, String state, Long revision, List<UnitWarning> warnings) {

        UnitCounted {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        boolean counts() {
            return "submitted".equals(state);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnitWarning(String rule, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record BrokenRule(String rule, String severity) {

        boolean blocks() {
            return "error".equals(severity);
        }
    }

    TotalsEvent {
        requireNonNull(collection, "totals are a collection's");
        requireNonNull(contentHash, "totals have a content hash");
        requireNonNull(state, "totals have the state of their collection");
        values = Map.copyOf(values);
        units = List.copyOf(units);
        findings = List.copyOf(findings);
    }

    boolean isClosed() {
        return CLOSED.equals(state);
    }
}
