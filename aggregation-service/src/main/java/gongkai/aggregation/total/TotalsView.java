package gongkai.aggregation.total;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Bureau;
import gongkai.aggregation.collection.CollectionState;
import gongkai.aggregation.collection.Period;
import gongkai.aggregation.collection.StatedValue;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.rollup.Bounds;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.RollUp;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Totals", description = "汇总: the bureau's figures, and which submissions they cover.")
record TotalsView(
        @Schema(examples = "xingqing-justice-2018") String collection,
        @Schema(examples = "7") long revision,
        CollectionState state,
        Bureau bureau,
        Period period,
        @Schema(examples = "xxgk-2014") String form,
        @Schema(examples = "general-office") String compiledBy,
        List<Figure> figures,

        @Schema(description = "The figures again, by code of the indicator.", examples = "{\"1.1\": 75, \"7\": 0.25}")
        Map<String, BigDecimal> values,

        Progress progress,
        List<UnitProgress> units,
        List<FindingView> findings,

        @Schema(description = "The time of the latest announcement or submission that they rest on.")
        Instant asOf,

        @Schema(
                examples = "9d5c3a2b1e0f4c8d7a6b5e4f3c2d1a0b9d5c3a2b1e0f4c8d7a6b5e4f3c2d1a0b",
                description =
                        "SHA-256 of {\"form\":…,\"units\":{…},\"values\":{…}}: the form's code, the revision of each submitted unit by its"
                                + " code, and the values, as JSON in UTF-8 without white space, names in the order of their characters."
                                + " Equal where the same submissions add up to the same figures.")
        String contentHash) {

    @Schema(description = "One figure of the form, in the form's order.")
    record Figure(
            @Schema(examples = "1.1") String code,
            LocalizedText label,
            @Schema(examples = "条") String measure,
            RollUp rollUp,

            @Schema(
                    type = SchemaType.NUMBER,
                    nullable = true,
                    examples = "75",
                    description = "Null where the compiling unit has yet to state it.")
            BigDecimal value,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    type = SchemaType.NUMBER,
                    examples = "70",
                    description =
                            "Of a distinct figure: it cannot be less, since one unit alone has reported as much. Left out where it is known"
                                    + " exactly.")
            BigDecimal lowerBound,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    type = SchemaType.NUMBER,
                    examples = "75",
                    description = "Of a distinct figure: it cannot be more. Left out where it is known exactly.")
            BigDecimal upperBound,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    type = SchemaType.BOOLEAN,
                    examples = "true",
                    description =
                            "The value takes it that no two units reported the same thing, since nobody has said what coincides. Left out"
                                    + " where it does not matter.")
            Boolean assumedDisjoint,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Left out where the bureau states nothing, or what cannot be.")
            StatedValue stated,

            Coverage coverage) {

        static Figure of(Indicator indicator, Breakdown breakdown) {
            Optional<Bounds> bounds = breakdown.bounds(indicator);
            Optional<StatedValue> stated = breakdown.snapshot().stated(indicator);
            return new Figure(
                    indicator.code(),
                    indicator.label(),
                    indicator.measure(),
                    indicator.rollUp(),
                    breakdown
                            .snapshot()
                            .totals()
                            .figures()
                            .get(indicator.code())
                            .orElse(null),
                    bounds.map(Bounds::lower).orElse(null),
                    bounds.map(Bounds::upper).orElse(null),
                    bounds.filter(known -> stated.isEmpty()).map(known -> true).orElse(null),
                    stated.orElse(null),
                    breakdown.coverage(indicator));
        }
    }

    static TotalsView of(Breakdown breakdown) {
        Snapshot snapshot = breakdown.snapshot();
        Announcement announcement = snapshot.announcement();
        Form form = snapshot.document().form();
        return new TotalsView(
                announcement.collection(),
                snapshot.totals().revision(),
                announcement.state(),
                announcement.bureau(),
                announcement.period(),
                form.code(),
                announcement.compiledBy(),
                form.indicators().stream()
                        .map(indicator -> Figure.of(indicator, breakdown))
                        .toList(),
                snapshot.figures().byCode(),
                snapshot.progress(),
                snapshot.units(),
                snapshot.findings().stream().map(FindingView::of).toList(),
                snapshot.totals().asOf(),
                ContentHash.of(snapshot));
    }
}
