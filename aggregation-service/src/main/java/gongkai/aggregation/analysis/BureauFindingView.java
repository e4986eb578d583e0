package gongkai.aggregation.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.progress.Warning;
import gongkai.aggregation.rollup.Finding;
import gongkai.aggregation.rollup.Relation;
import gongkai.aggregation.rollup.Severity;
import gongkai.aggregation.rollup.UsualRange;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BureauFinding", description = "What is left out does not apply to findings of this kind.")
record BureauFindingView(
        Kind kind,
        Severity severity,
        @Schema(examples = "B3") String rule,
        LocalizedText text,
        List<String> indicators,

        @Schema(examples = "street-4", description = "Whose figure it is; left out where it is the bureau's.")
        String unit,

        @Schema(examples = "16") BigDecimal left,
        Relation relation,
        @Schema(examples = "12") BigDecimal right,

        @Schema(examples = "900", description = "The unusual figure.")
        BigDecimal value,

        @Schema(description = "Between what most units of the same kind lie.")
        UsualRange usual,

        @Schema(examples = "由区政府办统一组织培训", description = "Why the unit did not heed the warning, in its own words.")
        String reason) {

    @Schema(name = "FindingKind")
    enum Kind {
        /** The totals break a rule of the form. */
        @JsonProperty("rule")
        RULE,
        /** A unit's figure is far from those of its kind. */
        @JsonProperty("unusual")
        UNUSUAL,
        /** A unit's own figures break a rule of severity warning. */
        @JsonProperty("unit-warning")
        UNIT_WARNING
    }

    static BureauFindingView of(Finding finding) {
        var rule = finding.rule();
        return new BureauFindingView(
                Kind.RULE,
                rule.severity(),
                rule.code(),
                rule.text(),
                rule.indicators(),
                null,
                finding.left(),
                rule.relation(),
                finding.right(),
                null,
                null,
                null);
    }

    static BureauFindingView of(Outlier unusual) {
        var contribution = unusual.contribution();
        var indicator = unusual.indicator();
        UsualRange usual = unusual.usual();
        return new BureauFindingView(
                Kind.UNUSUAL,
                Severity.WARNING,
                null,
                new LocalizedText(
                        "%s 报送的 %s %s 为 %s，同类单位通常在 %s 至 %s 之间。请核对。"
                                .formatted(
                                        contribution.name(),
                                        indicator.code(),
                                        indicator.label().zh(),
                                        unusual.value().toPlainString(),
                                        usual.low(),
                                        usual.high()),
                        "%s reports %s of %s %s; units of its kind usually have %s to %s. Have a look."
                                .formatted(
                                        contribution.name(),
                                        unusual.value().toPlainString(),
                                        indicator.code(),
                                        indicator.label().en(),
                                        usual.low(),
                                        usual.high())),
                List.of(indicator.code()),
                contribution.unit(),
                null,
                null,
                null,
                unusual.value(),
                usual,
                null);
    }

    static BureauFindingView of(UnitProgress unit, Warning warning) {
        return new BureauFindingView(
                Kind.UNIT_WARNING,
                Severity.WARNING,
                warning.rule(),
                warning.message(),
                List.of(warning.indicator()),
                unit.code(),
                warning.left(),
                warning.relation(),
                warning.right(),
                null,
                null,
                warning.reason());
    }
}
