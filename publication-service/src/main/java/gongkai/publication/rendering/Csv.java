package gongkai.publication.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.publication.edition.Figure;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures, one a line (RFC 4180), with the mark by which Excel knows that they are UTF-8. */
final class Csv {

    private static final String HEADINGS = "code,label,measure,value,previous,counted,notApplicable,missing";

    /** A label comes from outside, and a spreadsheet takes what begins so, in ASCII or full-width, for a formula. */
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠\t\r\n";

    private Csv() {}

    static byte[] print(ReportModel report) {
        return Stream.concat(
                        Stream.of(HEADINGS), report.report().figures().stream().map(Csv::line))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
                .getBytes(UTF_8);
    }

    private static String line(Figure figure) {
        return Stream.of(
                        figure.code(),
                        figure.label().zh(),
                        figure.measure(),
                        figure.value(),
                        figure.previous(),
                        figure.coverage() == null ? null : figure.coverage().counted(),
                        figure.coverage() == null ? null : figure.coverage().notApplicable(),
                        figure.coverage() == null ? null : figure.coverage().missing())
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
        String safe = !text.isEmpty() && value instanceof String && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
