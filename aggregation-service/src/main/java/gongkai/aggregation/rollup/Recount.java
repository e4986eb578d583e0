package gongkai.aggregation.rollup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Totals computed from every contribution, the plain way: where running totals start, and what they must always equal. */
public final class Recount {

    private Recount() {}

    /**
     * @param contributions by unit: only of those whose submission counts
     * @return a figure for each of the form's indicators, but for those that the compiling unit has yet to state
     */
    public static Figures of(Form form, String compiledBy, Map<String, Figures> contributions) {
        var totals = new LinkedHashMap<String, BigDecimal>();
        for (Indicator indicator : form.indicators()) {
            String code = indicator.code();
            switch (indicator.rollUp()) {
                case SUM, DISTINCT -> totals.put(code, sum(code, contributions));
                case BUREAU ->
                    contributions
                            .getOrDefault(compiledBy, Figures.NONE)
                            .get(code)
                            .ifPresent(figure -> totals.put(code, figure));
            }
        }
        return new Figures(totals);
    }

    private static BigDecimal sum(String code, Map<String, Figures> contributions) {
        return contributions.values().stream()
                .map(figures -> figures.get(code).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
