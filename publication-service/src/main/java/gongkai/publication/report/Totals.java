package gongkai.publication.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.report.Finding.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A bureau's totals (汇总) of one revision: the event {@code gongkai.totals.v1}, as far as a report uses it.
 *
 * @param collection which is also the report's code
 * @param revision counts the changes of these totals
 * @param compiledBy the unit that compiles the report
 * @param values figure by indicator; an indicator without one has not been reported
 * @param units the roster, in the bureau's order
 * @param findings the form's rules that these totals break
 * @param asOf when the latest of what they rest on was made; null where nobody says
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Totals(
        String collection,
        long revision,
        Bureau bureau,
        Period period,
        String compiledBy,
        Form form,
        Map<String, BigDecimal> values,
        List<Unit> units,
        Progress progress,
        List<Finding> findings,
        Instant asOf) {

    public Totals {
        if (collection == null || !collection.matches(Report.CODE)) {
            throw new IllegalArgumentException("totals name their collection by a code");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        Objects.requireNonNull(bureau, "totals name their bureau");
        Objects.requireNonNull(period, "totals name their period");
        Objects.requireNonNull(form, "totals carry their form");
        Objects.requireNonNull(progress, "totals tell their progress");
        var canonical = new TreeMap<String, BigDecimal>();
        values.forEach((indicator, figure) -> canonical.put(indicator, Figures.canonical(figure)));
        values = Collections.unmodifiableMap(canonical);
        units = List.copyOf(units);
        findings = List.copyOf(findings);
    }

    /** 编制机关: the body whose report it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"code", "name"})
    public record Bureau(String code, String name) {}

    /** 统计期限: the days the figures cover, both included. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"from", "to"})
    public record Period(LocalDate from, LocalDate to) {}

    /** How many units of the roster stand where. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"expected", "submitted", "draft", "returned", "missing"})
    public record Progress(int expected, int submitted, int draft, int returned, int missing) {}

    /**
     * A unit of the roster (报送单位), and which of its submissions these totals count.
     *
     * @param revision null while it has none
     * @param notApplicable the indicators that, as the unit says, do not apply to it (不适用)
     * @param warnings the form's warnings that its figures break, with its reasons
     * @param submittedAt null while it has none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"code", "name", "kind", "state"})
    public record Unit(
            String code,
            String name,
            String kind,
            State state,
            Long revision,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notApplicable,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,
            Instant submittedAt) {

        public Unit {
            notApplicable = Objects.requireNonNullElse(notApplicable, List.of());
            warnings = Objects.requireNonNullElse(warnings, List.of());
            Objects.requireNonNull(code, "a unit has a code");
            Objects.requireNonNull(state, "a unit has a state");
            if (state == State.SUBMITTED) {
                Objects.requireNonNull(revision, "a unit that has submitted has a revision");
                Objects.requireNonNull(submittedAt, "a unit that has submitted did so at some time");
            }
        }

        /** Only figures of a unit that has submitted are counted. */
        public enum State {
            @JsonProperty("submitted")
            SUBMITTED,
            @JsonProperty("draft")
            DRAFT,
            @JsonProperty("returned")
            RETURNED,
            @JsonProperty("missing")
            MISSING
        }
    }

    /**
     * A rule of severity warning that a unit's own figures break.
     *
     * @param reason why the unit's figures are right all the same, in its own words
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "UnitWarning",
            requiredProperties = {"rule", "indicator", "message", "reason"})
    public record Warning(
            String rule,
            String indicator,
            LocalizedText message,
            BigDecimal left,
            String relation,
            BigDecimal right,
            String reason) {}

    /** The units whose figures are not in these totals. */
    public List<Unit> unitsOutstanding() {
        return units.stream()
                .filter(unit -> unit.state() != Unit.State.SUBMITTED)
                .toList();
    }

    /** The indicators of the form that have no figure. */
    public List<String> indicatorsWithoutFigure() {
        return form.indicators().stream()
                .map(Form.Indicator::code)
                .filter(code -> !values.containsKey(code))
                .toList();
    }

    /** The rules these totals break and may not. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
