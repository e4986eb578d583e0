package gongkai.aggregation.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Between what the true figure of a distinct indicator lies, as long as nobody says what coincides: all else may be contained in the
 * largest contribution, or no two may have anything in common.
 */
public record Bounds(BigDecimal lower, BigDecimal upper) {

    /**
     * The bounds of the total of these contributions.
     *
     * @return none where the total is known: because it is not distinct, or because no two units had anything to report
     */
    public static Optional<Bounds> of(RollUp rollUp, List<BigDecimal> contributions) {
        BigDecimal largest = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal contribution : contributions) {
            largest = largest.max(contribution);
            sum = sum.add(contribution);
        }
        return rollUp == RollUp.DISTINCT && largest.compareTo(sum) < 0
                ? Optional.of(new Bounds(Figures.canonical(largest), Figures.canonical(sum)))
                : Optional.empty();
    }
}
