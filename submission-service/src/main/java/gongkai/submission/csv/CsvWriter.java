package gongkai.submission.csv;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.submission.file.Entries;
import gongkai.submission.file.NotApplicable;
import gongkai.submission.file.Pin;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Severity;
import gongkai.submission.form.Stated;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a unit's figures one a line (RFC 4180), for a spreadsheet or another program to fill in. */
public final class CsvWriter {

    /** Without it Excel takes UTF-8 for the code page of its country. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final ObjectWriter CSV = new CsvMapper()
            .writer(CsvSchema.builder()
                    .addColumns(Columns.ALL, CsvSchema.ColumnType.STRING)
                    .build()
                    .withHeader()
                    .withLineSeparator("\r\n"))
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);

    private final Form form;
    private final Locale language;

    public CsvWriter(Form form, Locale language) {
        this.form = form;
        this.language = language;
    }

    /**
     * Writes the file.
     *
     * @param derived the subtotals that the unit left out: their lines stay without a figure, so that they follow from what is
     *     entered
     */
    public void write(Pin pin, Entries entries, List<String> derived, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        try (var rows = CSV.writeValues(out)) {
            for (Indicator indicator : form.indicators()) {
                rows.write(row(
                        indicator.code(),
                        indicator.label().in(language),
                        indicator.measure(),
                        derived.contains(indicator.code()) ? "" : figure(indicator.code(), entries.stated())));
            }
            rows.write(row(Columns.SUBMITTED_BY, say("填报人", "Submitted by"), text(entries.submittedBy())));
            rows.write(row(Columns.REMARKS, say("备注", "Remarks"), text(entries.remarks())));
            for (var rule : form.rules()) {
                if (rule.severity() == Severity.WARNING) {
                    String explanation = text(entries.explanations().get(rule.code()));
                    rows.write(row(Columns.explanation(rule), rule.text().in(language), explanation));
                }
            }
            rows.write(row(Columns.COLLECTION, say("报送任务", "Collection"), pin.collection()));
            rows.write(row(Columns.UNIT, say("报送单位", "Unit"), pin.unit()));
            rows.write(row(Columns.FORM, say("统计表", "Form"), pin.form()));
            rows.write(row(Columns.REVISION, say("依据的修订号", "Made on revision"), Long.toString(pin.revision())));
        }
    }

    private String figure(String indicator, Stated stated) {
        if (stated.notApplicable().contains(indicator)) {
            return NotApplicable.WORDS.in(language);
        }
        return stated.values().get(indicator) instanceof BigDecimal figure ? figure.toPlainString() : "";
    }

    private static String text(String words) {
        return CellText.guarded(Objects.requireNonNullElse(words, ""));
    }

    private static String[] row(String code, String label, String figure) {
        return row(code, label, "", figure);
    }

    private static String[] row(String code, String label, String measure, String figure) {
        return new String[] {code, CellText.guarded(label), measure, figure};
    }

    private String say(String zh, String en) {
        return new LocalizedText(zh, en).in(language);
    }
}
