package gongkai.aggregation.analysis;

import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.total.Breakdown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "TotalsByKind",
        description = "The totals divided among the kinds of unit. For each figure they add up to its total.")
record KindTotalsView(
        @Schema(examples = "xingqing-justice-2018") String collection,

        @Schema(examples = "7", description = "Of the totals.")
        long revision,

        @Schema(description = "In the order in which the roster first names one of each.")
        List<KindTotal> kinds) {

    @Schema(name = "KindTotal")
    record KindTotal(
            @Schema(examples = "司法所") String kind,

            @Schema(description = "Of the units of this kind.")
            Progress progress,

            @Schema(
                    description =
                            "The subtotals by code of the indicator. A figure that the compiling unit alone states stands with the kind of"
                                    + " that unit, and nowhere else.",
                    examples = "{\"1.1\": 63, \"7\": 0.25}")
            Map<String, BigDecimal> values) {}

    static KindTotalsView of(Breakdown breakdown) {
        return new KindTotalsView(
                breakdown.snapshot().announcement().collection(),
                breakdown.snapshot().totals().revision(),
                breakdown.kinds().stream()
                        .map(kind -> new KindTotal(
                                kind,
                                breakdown.progress(kind),
                                breakdown.subtotals(kind).byCode()))
                        .toList());
    }
}
