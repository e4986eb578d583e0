package gongkai.aggregation.rollup;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Totals that move by the difference a unit makes: a step costs as much as the form has indicators, however many units
 * there are. {@link Recount} says the same without being clever.
 */
public final class RunningTotals {

    private final Form form;
    private final String compiledBy;
    private final Map<String, BigDecimal> totals;

    /** Continues from these totals. */
    public RunningTotals(Form form, String compiledBy, Figures figures) {
        this.form = form;
        this.compiledBy = compiledBy;
        this.totals = new HashMap<>(figures.byCode());
    }

    /** Replaces a unit's previous contribution; either may be empty. */
    public void replace(String unit, Figures before, Figures now) {
        for (Indicator indicator : form.indicators()) {
            String code = indicator.code();
            switch (indicator.rollUp()) {
                case SUM, DISTINCT -> totals.merge(code, difference(code, before, now), BigDecimal::add);
                case BUREAU -> {
                    if (unit.equals(compiledBy)) {
                        totals.compute(code, (c, total) -> now.get(c).orElse(null));
                    }
                }
            }
        }
    }

    public Figures figures() {
        var inOrder = new LinkedHashMap<String, BigDecimal>();
        for (Indicator indicator : form.indicators()) {
            BigDecimal total = totals.get(indicator.code());
            if (total != null) {
                inOrder.put(indicator.code(), total);
            }
        }
        return new Figures(inOrder);
    }

    private static BigDecimal difference(String code, Figures before, Figures now) {
        return now.get(code).orElse(BigDecimal.ZERO).subtract(before.get(code).orElse(BigDecimal.ZERO));
    }
}
