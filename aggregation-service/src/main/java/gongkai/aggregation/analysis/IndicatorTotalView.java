package gongkai.aggregation.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.aggregation.collection.StatedValue;
import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.progress.SourceTotals;
import gongkai.aggregation.rollup.Bounds;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.RollUp;
import gongkai.aggregation.total.Breakdown;
import gongkai.aggregation.total.Snapshot;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IndicatorTotal", description = "One figure of the totals, and who contributed what to it.")
record IndicatorTotalView(
        @Schema(examples = "xingqing-justice-2018") String collection,

        @Schema(examples = "7", description = "Of the totals.")
        long revision,

        IndicatorView indicator,

        @Schema(
                type = SchemaType.NUMBER,
                nullable = true,
                examples = "75",
                description = "Null where the compiling unit has yet to state it.")
        BigDecimal value,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(type = SchemaType.NUMBER, examples = "70", description = "As in the totals.")
        BigDecimal lowerBound,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(type = SchemaType.NUMBER, examples = "75", description = "As in the totals.")
        BigDecimal upperBound,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(type = SchemaType.BOOLEAN, examples = "true", description = "As in the totals.")
        Boolean assumedDisjoint,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Left out where the bureau states nothing, or what cannot be.")
        StatedValue stated,

        List<ContributionView> contributions) {

    @Schema(name = "Indicator")
    record IndicatorView(
            @Schema(examples = "1.1") String code,
            LocalizedText label,
            @Schema(examples = "条") String measure,
            RollUp rollUp) {

        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(indicator.code(), indicator.label(), indicator.measure(), indicator.rollUp());
        }
    }

    @Schema(name = "Contribution", description = "In the roster's order.")
    record ContributionView(
            @Schema(examples = "legal-aid-centre") String unit,
            @Schema(examples = "法律援助中心") String name,
            @Schema(examples = "法律援助中心") String kind,

            @Schema(examples = "3", description = "Of the unit's submission.")
            long revision,

            @Schema(examples = "12") BigDecimal value,

            @Schema(
                    type = SchemaType.NUMBER,
                    nullable = true,
                    examples = "0.1600",
                    description =
                            "Of the total, rounded to four decimals: shares need not add up to 1. Null where the total is 0.")
            BigDecimal share,

            @Schema(
                    examples = "/v1/collections/xingqing-justice-2018/units/legal-aid-centre/submission/revisions/3",
                    description = "Where the submission-service has the whole of it.")
            String submission,

            @JsonInclude(JsonInclude.Include.NON_NULL) SourceTotals basis,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    examples = "/v1/totals/heping-street-2018/indicators/1.1?revision=27",
                    description = "Who contributed to it in turn, where it is the total of the level below.")
            String contributions) {

        private static final int SHARE_DECIMALS = 4;

        static ContributionView of(String indicator, Contribution contribution, BigDecimal value, BigDecimal total) {
            SourceTotals basis = contribution.basis();
            return new ContributionView(
                    contribution.unit(),
                    contribution.name(),
                    contribution.kind(),
                    contribution.revision(),
                    value,
                    total.signum() == 0 ? null : value.divide(total, SHARE_DECIMALS, RoundingMode.HALF_UP),
                    "/v1/collections/%s/units/%s/submission/revisions/%d"
                            .formatted(contribution.collection(), contribution.unit(), contribution.revision()),
                    basis,
                    basis == null
                            ? null
                            : "/v1/totals/%s/indicators/%s?revision=%d"
                                    .formatted(basis.collection(), indicator, basis.revision()));
        }
    }

    static IndicatorTotalView of(Breakdown breakdown, Indicator indicator) {
        Snapshot snapshot = breakdown.snapshot();
        Optional<Bounds> bounds = breakdown.bounds(indicator);
        Optional<StatedValue> stated = snapshot.stated(indicator);
        Optional<BigDecimal> total = snapshot.totals().figures().get(indicator.code());
        return new IndicatorTotalView(
                snapshot.announcement().collection(),
                snapshot.totals().revision(),
                IndicatorView.of(indicator),
                total.orElse(null),
                bounds.map(Bounds::lower).orElse(null),
                bounds.map(Bounds::upper).orElse(null),
                bounds.filter(known -> stated.isEmpty()).map(known -> true).orElse(null),
                stated.orElse(null),
                breakdown.contributions(indicator).stream()
                        .flatMap(contribution -> contribution.figures().get(indicator.code()).stream()
                                .map(value -> ContributionView.of(
                                        indicator.code(), contribution, value, total.orElse(BigDecimal.ZERO))))
                        .toList());
    }
}
