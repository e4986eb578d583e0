package gongkai.publication.rendering;

import gongkai.publication.edition.Figure;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.report.EarlierYear;
import gongkai.publication.report.FormData;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bars of figures that can be compared, from 0 and on one scale; which ones is data, {@code charts/<form>.json}. Nothing is drawn where
 * all are 0.
 *
 * @param text the same in words, for readers who do not see it
 */
@TemplateData
public record Chart(String id, String title, String text, int height, List<Bar> bars) {

    /** In units of the drawing, which is scaled to the page. */
    private static final int LINE = 28;

    private static final int LONGEST = 260;

    /**
     * @param y of its upper edge
     * @param length 0 for a figure of 0
     * @param year which year's; the years of a figure stand below each other
     */
    @TemplateData
    public record Bar(String label, String value, int y, int length, String year) {

        public int middle() {
            return y + LINE / 2 + 4;
        }

        public int afterwards() {
            return length + 6;
        }

        public boolean before() {
            return year.equals("before");
        }
    }

    /**
     * @param bars figures of one year beside each other; null for a chart of years
     * @param indicator the figure of several years; null for a chart of one
     */
    private record Plan(String id, String title, List<PlannedBar> bars, String indicator) {}

    /** @param indicators their sum is drawn */
    private record PlannedBar(String label, List<String> indicators) {}

    private record Drawn(String label, BigDecimal value, String year) {}

    static List<Chart> of(PublishedReport report) {
        Map<String, Figure> figures = report.figures().stream()
                .collect(Collectors.toMap(Figure::code, Function.identity(), (one, other) -> one));
        int year = report.period().to().getYear();
        return plans(report.form().code()).stream()
                .map(plan -> plan.indicator == null
                        ? draw(plan, figures, year)
                        : draw(plan, report.history(), report.values().get(plan.indicator), year))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Plan> plans(String form) {
        return FormData.read("charts/" + form, Plan[].class).map(List::of).orElse(List.of());
    }

    private static Optional<Chart> draw(Plan plan, Map<String, Figure> figures, int year) {
        var drawn = new ArrayList<Drawn>();
        for (PlannedBar bar : plan.bars) {
            sum(bar, figures, Figure::value).ifPresent(sum -> drawn.add(new Drawn(bar.label, sum, "now")));
            sum(bar, figures, Figure::previous).ifPresent(sum -> drawn.add(new Drawn(bar.label, sum, "before")));
        }
        return draw(plan, drawn, year);
    }

    /** One year alone is no course. */
    private static Optional<Chart> draw(Plan plan, List<EarlierYear> history, BigDecimal now, int year) {
        var drawn = new ArrayList<Drawn>();
        for (int back = history.size() - 1; back >= 0; back--) {
            EarlierYear earlier = history.get(back);
            Optional.ofNullable(earlier.values().get(plan.indicator))
                    .ifPresent(value -> drawn.add(new Drawn(earlier.year() + "年", value, "now")));
        }
        if (now == null || drawn.isEmpty()) {
            return Optional.empty();
        }
        drawn.add(new Drawn(year + "年", now, "now"));
        return draw(plan, drawn, year);
    }

    private static Optional<Chart> draw(Plan plan, List<Drawn> drawn, int year) {
        BigDecimal greatest =
                drawn.stream().map(Drawn::value).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        if (greatest.signum() == 0) {
            return Optional.empty();
        }
        var bars = new ArrayList<Bar>();
        for (Drawn one : drawn) {
            int length = one.value
                    .multiply(BigDecimal.valueOf(LONGEST))
                    .divide(greatest, 0, RoundingMode.HALF_UP)
                    .intValueExact();
            boolean before = one.year.equals("before");
            bars.add(new Bar(
                    before ? "（%d年）".formatted(year - 1) : one.label,
                    one.value.toPlainString(),
                    bars.size() * LINE,
                    length,
                    one.year));
        }
        String text = drawn.stream()
                .map(one -> (one.year.equals("before") ? "%s（%d年）".formatted(one.label, year - 1) : one.label)
                        + " "
                        + one.value.toPlainString())
                .collect(Collectors.joining("；", plan.title + "：", "。"));
        return Optional.of(new Chart(plan.id, plan.title, text, bars.size() * LINE, List.copyOf(bars)));
    }

    private static Optional<BigDecimal> sum(
            PlannedBar bar, Map<String, Figure> figures, Function<Figure, BigDecimal> of) {
        List<BigDecimal> terms = bar.indicators.stream()
                .map(figures::get)
                .filter(Objects::nonNull)
                .map(of)
                .filter(Objects::nonNull)
                .toList();
        return terms.size() == bar.indicators.size() ? terms.stream().reduce(BigDecimal::add) : Optional.empty();
    }
}
