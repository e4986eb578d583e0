package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.Character.UnicodeBlock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The figures of a published report beside those that were expected. */
record Comparison(List<Line> lines) {

    /** 万元, the widest. */
    private static final int MEASURES = 4;

    private static final Set<UnicodeBlock> WIDE =
            Set.of(UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    /** @param value as published; null when the report has no such figure */
    record Line(String label, String measure, BigDecimal value, BigDecimal expected) {

        boolean isEqual() {
            return value != null && value.compareTo(expected) == 0;
        }

        private String row(int labels) {
            String published = value == null ? "—" : value.toPlainString();
            return Comparison.row(labels, label, measure, published, expected.toPlainString(), isEqual() ? "✓" : "✗");
        }
    }

    static Comparison of(JsonNode report, Map<String, BigDecimal> expected) {
        Map<String, JsonNode> figures = StreamSupport.stream(
                        report.path("figures").spliterator(), false)
                .collect(Collectors.toMap(figure -> figure.path("code").asText(), figure -> figure));
        return new Comparison(expected.entrySet().stream()
                .map(figure -> line(
                        figures.getOrDefault(figure.getKey(), ServiceClient.JSON.createObjectNode()),
                        figure.getKey(),
                        figure.getValue()))
                .toList());
    }

    private static Line line(JsonNode figure, String code, BigDecimal expected) {
        JsonNode value = figure.path("value");
        return new Line(
                code + " " + figure.path("label").path("zh").asText(),
                figure.path("measure").asText(),
                value.isNumber() ? value.decimalValue() : null,
                expected);
    }

    long equal() {
        return lines.stream().filter(Line::isEqual).count();
    }

    boolean isEqual() {
        return equal() == lines.size();
    }

    /** A table whose columns stay straight although a Chinese character is as wide as two others. */
    String table() {
        int labels = lines.stream().mapToInt(line -> width(line.label())).max().orElse(0);
        var rows = lines.stream().map(line -> line.row(labels));
        return Stream.concat(Stream.of(row(labels, "", "", "published", "expected", "")), rows)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String row(
            int labels, String label, String measure, String published, String expected, String mark) {
        return "%s  %s %9s %9s  %s"
                .formatted(padded(label, labels), padded(measure, MEASURES), published, expected, mark)
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character) || WIDE.contains(UnicodeBlock.of(character));
    }
}
