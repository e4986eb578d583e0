package gongkai.aggregation.total;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import gongkai.aggregation.rollup.RollUp;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Totals one figure a line (RFC 4180), for a spreadsheet. What nobody has stated stays blank, which is not 0. */
final class TotalsCsv {

    /** Without it Excel takes UTF-8 for the code page of its country. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A spreadsheet takes what begins with one of these, ASCII or full-width, for a formula, and runs it. */
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠\t\r\n";

    private static final List<String> COLUMNS = List.of(
            "code",
            "label.zh",
            "label.en",
            "measure",
            "rollUp",
            "value",
            "lowerBound",
            "upperBound",
            "reported",
            "zero",
            "notApplicable",
            "missing");

    private static final ObjectWriter CSV = new CsvMapper()
            .writer(CsvSchema.builder()
                    .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
                    .build()
                    .withHeader()
                    .withLineSeparator("\r\n"))
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);

    private TotalsCsv() {}

    static byte[] of(List<TotalsView.Figure> figures) {
        var out = new StringWriter();
        out.write(BYTE_ORDER_MARK);
        try (var lines = CSV.writeValues(out)) {
            for (TotalsView.Figure figure : figures) {
                lines.write(line(figure));
            }
        } catch (IOException e) {
            throw new AssertionError("memory can be written to", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] line(TotalsView.Figure figure) {
        return new String[] {
            text(figure.code()),
            text(figure.label().zh()),
            text(figure.label().en()),
            text(figure.measure()),
            name(figure.rollUp()),
            number(figure.value()),
            number(figure.lowerBound()),
            number(figure.upperBound()),
            Integer.toString(figure.coverage().reported()),
            Integer.toString(figure.coverage().zero()),
            Integer.toString(figure.coverage().notApplicable()),
            Integer.toString(figure.coverage().missing())
        };
    }

    /** Behind an apostrophe a formula is but text. */
    private static String text(String words) {
        return !words.isEmpty() && BEGINS_A_FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String name(RollUp rollUp) {
        return rollUp.name().toLowerCase(Locale.ROOT);
    }

    private static String number(BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }
}
