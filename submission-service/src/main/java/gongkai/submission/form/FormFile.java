package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A form as its author writes it: each row once, each rule once.
 *
 * <p>A row of a table with one column is one indicator with the row's code; in a table with several, each cell is one, coded
 * {@code row.column}. Measure, scale and roll-up stand on the row, or on the column for all its rows.
 */
@JsonIgnoreProperties("$schema")
record FormFile(
        String code,
        LocalizedText title,
        String authority,
        Form.Years years,
        List<FileTable> tables,
        List<FileRule> rules) {

    record FileTable(String code, LocalizedText title, List<FileColumn> columns, List<FileRow> rows) {}

    record FileColumn(
            String code,
            LocalizedText label,
            LocalizedText group,
            String measure,
            Integer scale,
            RollUp rollUp,
            boolean signed) {}

    record FileRow(
            String code,
            LocalizedText label,
            String parent,
            boolean heading,
            String measure,
            Integer scale,
            RollUp rollUp,
            LocalizedText note) {}

    /**
     * A rule, or one rule for each of several cells.
     *
     * @param forEach a name and the codes it stands for in turn; the terms write the name in braces: {@code {channel}}
     */
    record FileRule(
            String code,
            Severity severity,
            LocalizedText text,
            Map<String, List<String>> forEach,
            List<String> left,
            Relation relation,
            List<String> right,
            BigDecimal constant,
            List<String> when,
            List<String> unless) {

        Stream<Rule> rules() {
            if (forEach == null) {
                return Stream.of(rule(code, "", ""));
            }
            return forEach.entrySet().stream()
                    .flatMap(each -> each.getValue().stream()
                            .map(value -> rule("%s[%s]".formatted(code, value), "{" + each.getKey() + "}", value)));
        }

        private Rule rule(String code, String name, String value) {
            return new Rule(
                    code,
                    severity,
                    text,
                    terms(left, name, value),
                    relation,
                    terms(right, name, value),
                    Objects.requireNonNullElse(constant, BigDecimal.ZERO),
                    terms(when, name, value),
                    terms(unless, name, value));
        }

        private static List<Term> terms(List<String> written, String name, String value) {
            return Objects.requireNonNullElse(written, List.<String>of()).stream()
                    .map(term -> Term.of(name.isEmpty() ? term : term.replace(name, value)))
                    .toList();
        }
    }

    Form form() {
        return new Form(
                code,
                title,
                authority,
                years,
                tables.stream().map(FormFile::table).toList(),
                tables.stream().flatMap(FormFile::indicators).toList(),
                rules.stream().flatMap(FileRule::rules).toList());
    }

    private static Table table(FileTable table) {
        return new Table(
                table.code,
                table.title,
                table.columns.stream()
                        .map(column -> new Table.Column(column.code, column.label, column.group))
                        .toList(),
                table.rows.stream()
                        .map(row -> new Table.Row(row.code, row.label, row.parent, row.heading))
                        .toList());
    }

    private static Stream<Indicator> indicators(FileTable table) {
        List<Indicator> indicators = new ArrayList<>();
        for (FileRow row : table.rows) {
            if (!row.heading) {
                for (FileColumn column : table.columns) {
                    indicators.add(indicator(table, row, column));
                }
            }
        }
        return indicators.stream();
    }

    private static Indicator indicator(FileTable table, FileRow row, FileColumn column) {
        boolean list = table.columns.size() == 1;
        return new Indicator(
                list ? row.code : row.code + "." + column.code,
                table.code,
                row.code,
                column.code,
                list
                        ? row.label
                        : new LocalizedText(
                                row.label.zh() + " · " + column.label.zh(), row.label.en() + " · " + column.label.en()),
                row.parent,
                first(row.measure, column.measure),
                Objects.requireNonNullElse(first(row.scale, column.scale), 0),
                column.signed,
                first(row.rollUp, column.rollUp),
                row.note);
    }

    private static <T> T first(T one, T other) {
        return one != null ? one : other;
    }
}
