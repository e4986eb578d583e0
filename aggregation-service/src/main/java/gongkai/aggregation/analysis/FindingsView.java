package gongkai.aggregation.analysis;

import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.total.Breakdown;
import gongkai.aggregation.total.Snapshot;
import gongkai.aggregation.total.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Findings", description = "What is wrong, or worth a look (校核问题).")
record FindingsView(
        @Schema(examples = "xingqing-justice-2018") String collection,

        @Schema(examples = "7", description = "Of the totals.")
        long revision,

        @Schema(
                nullable = true,
                examples = "xingqing-justice-2017",
                description = "Where the figures of the period before were found; null where they are not known.")
        String previous,

        @Schema(
                description =
                        "Rules that the totals break, in the form's order; then, in the roster's order, what is unusual, at most 1000 of"
                                + " them; then the units' warnings.")
        List<BureauFindingView> findings) {

    /** A list that nobody reads to its end need not have one. */
    private static final int MAX_OUTLIERS = 1_000;

    static FindingsView of(Breakdown breakdown, Optional<Totals> before) {
        Snapshot snapshot = breakdown.snapshot();
        Form form = snapshot.document().form();
        Figures previous = before.map(Totals::figures).orElse(Figures.NONE);
        Stream<BureauFindingView> rules = Stream.concat(
                        form.check(snapshot.totals().figures(), previous).stream(),
                        snapshot.contradictedStatements().stream())
                .map(BureauFindingView::of);
        Stream<BureauFindingView> unusual =
                Outlier.in(breakdown).limit(MAX_OUTLIERS).map(BureauFindingView::of);
        Stream<BureauFindingView> warnings = snapshot.units().stream()
                .flatMap(unit -> unit.warnings().stream().map(warning -> BureauFindingView.of(unit, warning)));
        return new FindingsView(
                snapshot.announcement().collection(),
                snapshot.totals().revision(),
                before.map(Totals::collection).orElse(null),
                Stream.of(rules, unusual, warnings).flatMap(all -> all).toList());
    }
}
