package gongkai.submission.outlier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The range of most figures: between Tukey's outer fences, three interquartile ranges beyond the quartiles (J. W. Tukey, Exploratory
 * Data Analysis, 1977, which calls what is beyond them "far out").
 *
 * <p>The quartiles are robust: one unit that slipped a digit does not widen the range it is held against. An interquartile range of
 * less than 1 counts as 1, for where all report the same a neighbour is not far out.
 */
record UsualRange(BigDecimal low, BigDecimal high) {

    /** Fewer figures have no quartiles to speak of. */
    static final int FEWEST = 4;

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    private static final BigDecimal FAR_OUT = BigDecimal.valueOf(3);

    /** @return nothing where there are fewer than {@link #FEWEST} figures */
    static Optional<UsualRange> of(List<BigDecimal> figures) {
        if (figures.size() < FEWEST) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = figures.stream().sorted().toList();
        BigDecimal first = quartile(sorted, 1);
        BigDecimal third = quartile(sorted, 3);
        BigDecimal fence = third.subtract(first).max(BigDecimal.ONE).multiply(FAR_OUT);
        return Optional.of(new UsualRange(
                first.subtract(fence).max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR),
                third.add(fence).setScale(0, RoundingMode.CEILING)));
    }

    boolean covers(BigDecimal figure) {
        return figure.compareTo(low) >= 0 && figure.compareTo(high) <= 0;
    }

    /** By linear interpolation between the two figures it lies between; exact, for it needs quarters only. */
    private static BigDecimal quartile(List<BigDecimal> sorted, int which) {
        int position = which * (sorted.size() - 1);
        BigDecimal below = sorted.get(position / 4);
        BigDecimal above = sorted.get(Math.min(position / 4 + 1, sorted.size() - 1));
        BigDecimal share = BigDecimal.valueOf(position % 4).divide(QUARTERS);
        return below.add(above.subtract(below).multiply(share));
    }
}
