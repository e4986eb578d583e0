package gongkai.submission.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the aggregation-service says of a closed collection's totals: of {@code gongkai.totals.v1} as much as matters here. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TotalsEvent(
        String collection,
        long revision,
        String contentHash,
        FormCode form,
        Map<String, BigDecimal> values,
        List<UnitCounted> units,
        List<RuleBroken> findings) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FormCode(String code) {}

    /** @param revision of its submission; null where there is none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UnitCounted(String code, String state, Long revision, List<UnitWarning> warnings) {

        public UnitCounted {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        public boolean counts() {
            return "submitted".equals(state);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UnitWarning(String rule, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RuleBroken(String rule, String severity) {

        public boolean blocks() {
            return "error".equals(severity);
        }
    }

    public TotalsEvent {
        requireNonNull(collection, "totals are a collection's");
        requireNonNull(contentHash, "totals have a content hash");
        requireNonNull(form, "totals have a form");
        values = Map.copyOf(values);
        units = List.copyOf(units);
        findings = List.copyOf(findings);
    }
}
