package gongkai.aggregation.total;

import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.rollup.Bounds;
import gongkai.aggregation.rollup.Indicator;
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

    private boolean counts(Indicator indicator, String unit) {
        return indicator.rollUp().counts(unit, snapshot.announcement().compiledBy());
    }
}
