package gongkai.aggregation.analysis;

import static java.util.stream.Collectors.groupingBy;

import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.UsualRange;
import gongkai.aggregation.total.Breakdown;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A unit's figure that is far from those of the other units of its kind. It may well be right: it is for somebody to look at. */
record Outlier(Contribution contribution, Indicator indicator, BigDecimal value, UsualRange usual) {

    /** In the roster's order, and the form's. */
    static Stream<Outlier> in(Breakdown breakdown) {
        Map<String, List<Contribution>> kinds =
                breakdown.contributions().stream().collect(groupingBy(Contribution::kind));
        Map<String, Map<String, UsualRange>> ranges = new HashMap<>();
        List<Indicator> indicators = breakdown.snapshot().document().form().indicators();
        kinds.forEach((kind, units) -> ranges.put(kind, ranges(indicators, units)));
        return breakdown.contributions().stream()
                .flatMap(contribution -> indicators.stream()
                        .flatMap(indicator -> judge(contribution, indicator, ranges.get(contribution.kind()))));
    }

    private static Map<String, UsualRange> ranges(List<Indicator> indicators, List<Contribution> units) {
        Map<String, UsualRange> ranges = new HashMap<>();
        for (Indicator indicator : indicators) {
            List<BigDecimal> values = units.stream()
                    .flatMap(unit -> unit.figures().get(indicator.code()).stream())
                    .toList();
            UsualRange.of(values).ifPresent(range -> ranges.put(indicator.code(), range));
        }
        return ranges;
    }

    private static Stream<Outlier> judge(
            Contribution contribution, Indicator indicator, Map<String, UsualRange> ranges) {
        Optional<UsualRange> usual = Optional.ofNullable(ranges.get(indicator.code()));
        return contribution.figures().get(indicator.code()).stream()
                .flatMap(value -> usual
                        .filter(range -> !range.covers(value))
                        .map(range -> new Outlier(contribution, indicator, value, range))
                        .stream());
    }
}
