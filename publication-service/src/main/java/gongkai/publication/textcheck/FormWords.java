package gongkai.publication.textcheck;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.report.Form;
import gongkai.publication.report.FormData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How reports speak of the indicators of a form: the data by which a check reads a text.
 *
 * <p>The words are in {@code textcheck/aliases-<form>.json}, together with the code, label and measure of every indicator, so that
 * a check needs neither the form nor totals that have arrived. A form without such a file cannot be checked.
 *
 * @param bounds what may not exceed what, whatever the table says
 */
public record FormWords(String form, List<Indicator> indicators, List<Bound> bounds) {

    private static final String FILES = "textcheck/aliases-";

    /** Read once: they change with a release only. */
    private static final Map<String, FormWords> KNOWN =
            forms().stream().collect(Collectors.toMap(Function.identity(), FormWords::read));

    /** One figure of the form, and the ways to speak of it; some figures are not spoken of. */
    public record Indicator(String code, LocalizedText label, String measure, List<Alias> aliases) {

        private static final Pattern PLACE_IN_FORM =
                Pattern.compile("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\\.\\s*|其中：|of which: )");

        /** 2.3.1.c7 is in the column c7, in a row below 2.3. */
        private static final Pattern CELL_OF_MATRIX = Pattern.compile("(?<above>.+)\\.[^.]+\\.(?<column>c[0-9]+)");

        public Indicator {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
        }

        /** The label without its place in the form: 行政诉讼数量 for 五、行政诉讼数量. */
        LocalizedText name() {
            return new LocalizedText(
                    PLACE_IN_FORM.matcher(label.zh()).replaceFirst(""),
                    PLACE_IN_FORM.matcher(label.en()).replaceFirst(""));
        }

        /** The row above it: 3.1.2 belongs to 3.1, and 4 to none. */
        String parent() {
            return code.contains(".") ? code.substring(0, code.lastIndexOf('.')) : "";
        }

        /** The cells that it belongs together with: those of its row, and in a matrix those of its column below the same row. */
        List<String> families() {
            Matcher cell = CELL_OF_MATRIX.matcher(code);
            return cell.matches()
                    ? List.of(parent(), cell.group("above") + "." + cell.group("column"))
                    : List.of(parent());
        }

        int depth() {
            return code.split("\\.").length;
        }
    }

    /**
     * One way to speak of an indicator.
     *
     * @param words any one of them names it
     * @param with at least one of them must be near; empty for no such need
     * @param without none of them may be near: they make it another thing
     * @param measures the measure words it is counted in
     */
    public record Alias(List<String> words, List<String> with, List<String> without, List<String> measures) {

        public Alias {
            words = List.copyOf(words);
            with = with == null ? List.of() : List.copyOf(with);
            without = without == null ? List.of() : List.copyOf(without);
            measures = List.copyOf(measures);
        }

        boolean fits(String context) {
            return (with.isEmpty() || with.stream().anyMatch(context::contains))
                    && without.stream().noneMatch(context::contains);
        }
    }

    /** Each of the parts is at most the whole. */
    public record Bound(String whole, List<String> parts, LocalizedText text) {

        public Bound {
            parts = List.copyOf(parts);
        }
    }

    public FormWords {
        indicators = List.copyOf(indicators);
        bounds = List.copyOf(bounds);
    }

    /** The forms that there are words for. */
    static List<String> forms() {
        return FormData.names(FILES);
    }

    static Optional<FormWords> of(String form) {
        return Optional.ofNullable(KNOWN.get(form));
    }

    /** For a form that totals came on. Rows that the bureau added, and forms without words, have figures that no text is held against. */
    public static FormWords of(Form form) {
        FormWords known = of(form.code()).orElseGet(() -> new FormWords(form.code(), List.of(), List.of()));
        Set<String> spokenOf = known.byCode().keySet();
        List<Indicator> all = Stream.concat(
                        known.indicators.stream(),
                        form.indicators().stream()
                                .filter(indicator -> !spokenOf.contains(indicator.code()))
                                .map(indicator -> new Indicator(
                                        indicator.code(), indicator.label(), indicator.measure(), List.of())))
                .toList();
        return new FormWords(form.code(), all, known.bounds);
    }

    private static FormWords read(String form) {
        return FormData.read(FILES + form, FormWords.class).orElseThrow();
    }

    Map<String, Indicator> byCode() {
        return indicators.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }
}
