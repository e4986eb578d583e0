package gongkai.aggregation.rollup;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * Compares a stated value of a distinct figure with the units' figures. The value is possible only if it is neither less than the largest
 * contribution nor more than all of them together. While it can, it is the total; else the sum is.
 */
public record StatedValueCheck(String indicator, BigDecimal value, BigDecimal lower, BigDecimal upper) {

    public static StatedValueCheck of(String indicator, BigDecimal value, Collection<Figures> contributions) {
        BigDecimal largest = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Figures figures : contributions) {
            BigDecimal contribution = figures.get(indicator).orElse(BigDecimal.ZERO);
            largest = largest.max(contribution);
            sum = sum.add(contribution);
        }
        return new StatedValueCheck(
                indicator, Figures.canonical(value), Figures.canonical(largest), Figures.canonical(sum));
    }

    public boolean holds() {
        return !isTooSmall() && value.compareTo(upper) <= 0;
    }

    private boolean isTooSmall() {
        return value.compareTo(lower) < 0;
    }

    /** Of a statement that does not hold: the bound that it should have kept to. */
    public Relation bound() {
        return isTooSmall() ? Relation.AT_LEAST : Relation.AT_MOST;
    }

    public BigDecimal bounding() {
        return isTooSmall() ? lower : upper;
    }
}
