package gongkai.publication.narrative;

import gongkai.publication.report.Form;
import gongkai.publication.report.YearFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure that a text takes from the table, so that the two cannot differ.
 *
 * <pre>
 *   {{1.2.4}}                 1824篇       the figure with its measure
 *   {{1.2.4|number}}          1824         without it
 *   {{1.2.4|previous}}        1500篇       the year before's
 *   {{1.2.4|change}}          增加324篇     against the year before: 增加, 减少, 持平
 *   {{1.2.4|growth}}          增长21.6%    the same in per cent, to one decimal: 增长, 下降, 持平
 *   {{share 1.2.2 of 1.1}}    93.3%        to one decimal
 * </pre>
 */
sealed interface Reference {

    Pattern PATTERN = Pattern.compile("\\{\\{\\s*(.{0,200}?)\\s*}}");

    Pattern FIGURE = Pattern.compile("(?<code>[^\\s|]+?)(?:\\s*\\|\\s*(?<as>number|previous|change|growth))?");

    Pattern SHARE = Pattern.compile("share\\s+(?<part>\\S+)\\s+of\\s+(?<whole>\\S+)");

    /** The indicators it names, the one that it speaks of first. */
    List<String> indicators();

    /** The text for readers; empty if a figure is missing, or the divisor is 0. */
    Optional<String> rendered(YearFigures figures);

    /** @param written what stands between the braces; empty where that is no reference */
    static Optional<Reference> of(String written) {
        Matcher share = SHARE.matcher(written);
        if (share.matches()) {
            return Optional.of(new Share(share.group("part"), share.group("whole")));
        }
        Matcher figure = FIGURE.matcher(written);
        if (!figure.matches()) {
            return Optional.empty();
        }
        String code = figure.group("code");
        String as = figure.group("as");
        return Optional.of(
                as == null
                        ? new Figure(code)
                        : switch (as) {
                            case "number" -> new Bare(code);
                            case "previous" -> new Previous(code);
                            case "change" -> new Change(code);
                            default -> new Growth(code);
                        });
    }

    record Figure(String indicator) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return figures.now(indicator).map(value -> value.toPlainString() + measure(figures, indicator));
        }
    }

    record Bare(String indicator) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return figures.now(indicator).map(BigDecimal::toPlainString);
        }
    }

    record Previous(String indicator) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return figures.yearBefore(indicator).map(value -> value.toPlainString() + measure(figures, indicator));
        }
    }

    record Change(String indicator) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return difference(figures, indicator).map(more -> switch (more.signum()) {
                case 1 -> "增加" + more.toPlainString() + measure(figures, indicator);
                case -1 -> "减少" + more.negate().toPlainString() + measure(figures, indicator);
                default -> "持平";
            });
        }
    }

    record Growth(String indicator) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(indicator);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return difference(figures, indicator)
                    .flatMap(more -> percent(
                                    more.abs(), figures.yearBefore(indicator).orElseThrow())
                            .map(percent -> switch (more.signum()) {
                                case 1 -> "增长" + percent;
                                case -1 -> "下降" + percent;
                                default -> "持平";
                            }));
        }
    }

    record Share(String part, String whole) implements Reference {

        @Override
        public List<String> indicators() {
            return List.of(part, whole);
        }

        @Override
        public Optional<String> rendered(YearFigures figures) {
            return figures.now(part).flatMap(value -> figures.now(whole).flatMap(of -> percent(value, of)));
        }
    }

    private static Optional<BigDecimal> difference(YearFigures figures, String indicator) {
        return figures.now(indicator)
                .flatMap(now -> figures.yearBefore(indicator).map(now::subtract));
    }

    private static Optional<String> percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.movePointRight(2)
                                .divide(whole, 1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%");
    }

    private static String measure(YearFigures figures, String indicator) {
        return figures.indicator(indicator).map(Form.Indicator::measure).orElse("");
    }
}
