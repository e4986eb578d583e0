package gongkai.aggregation.total;

import static java.util.stream.Collectors.toMap;

import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.Standing;
import gongkai.aggregation.rollup.Bounds;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.Recount;
import java.util.List;
import java.util.Optional;

/**
 * Totals taken apart into what each unit brought to them. Whatever is asked of one costs O(units) for each indicator; it is made for
 * readers, and never where submissions are taken in.
 *
 * @param contributions in the roster's order
 */
record Breakdown(Snapshot snapshot, List<Contribution> contributions) {

    /** Of the contributions, those that count for this indicator. */
    List<Contribution> contributions(Indicator indicator) {
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

    Optional<Bounds> bounds(Indicator indicator) {
        return Bounds.of(
                indicator.rollUp(),
                contributions(indicator).stream()
                        .flatMap(contribution -> contribution.figures().get(indicator.code()).stream())
                        .toList());
    }

    /** The kinds of unit, each where the roster first names a unit of it. */
    List<String> kinds() {
        return snapshot.units().stream().map(Standing::kind).distinct().toList();
    }

    Progress progress(String kind) {
        return Progress.of(snapshot.units().stream()
                .filter(unit -> unit.kind().equals(kind))
                .toList());
    }

    /** What the units of this kind add up to. */
    Figures subtotals(String kind) {
        return Recount.of(
                snapshot.document().form(),
                snapshot.announcement().compiledBy(),
                contributions.stream()
                        .filter(contribution -> contribution.kind().equals(kind))
                        .collect(toMap(Contribution::unit, Contribution::figures)));
    }

    private boolean counts(Indicator indicator, String unit) {
        return indicator.rollUp().counts(unit, snapshot.announcement().compiledBy());
    }
}
