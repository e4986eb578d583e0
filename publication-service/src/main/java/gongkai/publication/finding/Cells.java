package gongkai.publication.finding;

import gongkai.publication.report.YearFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The figures that decisions are held against. */
record Cells(YearFigures figures) {

    /** Figures move: what a number was decided to be must still be so. */
    boolean hold(Decision.Ruling ruling, BigDecimal value) {
        return switch (ruling.kind()) {
            case OUTSIDE, EXPLAINED -> true;
            case INDICATOR ->
                ruling.indicator() != null
                        && figures.now(ruling.indicator())
                                .filter(figure -> isEqual(figure, value))
                                .isPresent();
            case SCOPE ->
                ruling.scope() != null
                        && sum(ruling.scope())
                                .filter(sum -> isEqual(sum, value))
                                .isPresent();
        };
    }

    private Optional<BigDecimal> sum(List<String> scope) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : scope) {
            boolean subtracted = term.startsWith("-");
            Optional<BigDecimal> figure = figures.now(subtracted ? term.substring(1) : term);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            sum = subtracted ? sum.subtract(figure.get()) : sum.add(figure.get());
        }
        return Optional.of(sum);
    }

    private static boolean isEqual(BigDecimal figure, BigDecimal value) {
        return value != null && figure.compareTo(value) == 0;
    }
}
