package gongkai.aggregation.total;

import static java.util.stream.Collectors.toMap;

import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.rollup.Bounds;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.Recount;
import java.util.List;
import java.util.Optional;

/**
 * Totals with the contribution of each unit. Every question to it costs O(units) an indicator, so only readers use it, and never the
 * consumer of submissions.
 *
 * @param contributions in the roster's order
 */
public record Breakdown(Snapshot snapshot, List<Contribution> contributions) {

    /** Of the contributions, those that count for this indicator. */
    public List<Contribution> contributions(Indicator indicator) {
        return contributions.stream()
                .filter(contribution -> counts(indicator, contribution.unit()))
                .toList();
    }

    Coverage coverage(Indicator indicator) {
        long asked = snapshot.units().stream()
                .filter(unit -> counts(indicator, unit.code()))
                .count();
        return Coverage.of(indicator.code(), Math.toIntExact(asked), contributions(indicator));
    }

    public Optional<Bounds> bounds(Indicator indicator) {
        return Bounds.of(
                indicator.rollUp(),
                contributions(indicator).stream()
                        .flatMap(contribution -> contribution.figures().get(indicator.code()).stream())
                        .toList());
    }

    /** The kinds of unit, each where the roster first names a unit of it. */
    public List<String> kinds() {
        return snapshot.units().stream().map(UnitProgress::kind).distinct().toList();
    }

    public Progress progress(String kind) {
        return Progress.of(snapshot.units().stream()
                .filter(unit -> unit.kind().equals(kind))
                .toList());
    }

    /** Adds up all contributions again. */
    public Figures recount() {
        return sum(contributions);
    }

    /** The totals of the units of this kind. */
    public Figures subtotals(String kind) {
        return sum(contributions.stream()
                .filter(contribution -> contribution.kind().equals(kind))
                .toList());
    }

    private Figures sum(List<Contribution> counting) {
        return Recount.of(
                snapshot.document().form(),
                snapshot.announcement().compiledBy(),
                counting.stream().collect(toMap(Contribution::unit, Contribution::figures)));
    }

    private boolean counts(Indicator indicator, String unit) {
        return indicator.rollUp().counts(unit, snapshot.announcement().compiledBy());
    }
}
