package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Bureau;
import gongkai.aggregation.collection.CollectionState;
import gongkai.aggregation.collection.Period;
import gongkai.aggregation.language.Text;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.Standing;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.RollUp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        List<Standing> units,
        List<FindingView> findings,
        Instant computedAt) {

    @Schema(description = "One figure of the form, in the form's order.")
    record Figure(
            @Schema(examples = "1.1") String code,
            Text label,
            @Schema(examples = "条") String measure,
            RollUp rollUp,

            @Schema(
                    type = SchemaType.NUMBER,
                    nullable = true,
                    examples = "75",
                    description = "Null where the compiling unit has yet to state it.")
            BigDecimal value) {

        static Figure of(Indicator indicator, Figures figures) {
            return new Figure(
                    indicator.code(),
                    indicator.label(),
                    indicator.measure(),
                    indicator.rollUp(),
                    figures.get(indicator.code()).orElse(null));
        }
    }

    static TotalsView of(Snapshot snapshot) {
        Announcement announcement = snapshot.announcement();
        Form form = snapshot.document().form();
        Figures figures = snapshot.figures();
        return new TotalsView(
                announcement.collection(),
                snapshot.totals().revision(),
                announcement.state(),
                announcement.bureau(),
                announcement.period(),
                form.code(),
                announcement.compiledBy(),
                form.indicators().stream()
                        .map(indicator -> Figure.of(indicator, figures))
                        .toList(),
                figures.byCode(),
                snapshot.progress(),
                snapshot.units(),
                snapshot.findings().stream().map(FindingView::of).toList(),
                snapshot.totals().computedAt());
    }
}
