package gongkai.publication.rendering;

import gongkai.publication.edition.Figure;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.narrative.Outline;
import gongkai.publication.report.Form.Column;
import gongkai.publication.report.Form.Row;
import gongkai.publication.report.Form.Table;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An edition as it is printed: every format is made of this, and so says the same.
 *
 * @param digest of the document it is printed from
 * @param sections the text, with the tables that the form's outline places in it
 * @param tables the form as its authority lays it out, whole
 * @param charts what the figures look like, where there is something to see
 */
@TemplateData
public record PrintedReport(
        String title,
        String publishedOn,
        PublishedReport report,
        String digest,
        List<PrintedSection> sections,
        List<PrintedTable> tables,
        List<Chart> charts) {

    /** Government offices of the whole country keep one time. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

    /** @param tables those that belong to this section, and stand below its text */
    @TemplateData
    public record PrintedSection(String heading, String text, List<PrintedTable> tables) {}

    /** @param columns their labels; the first column of each row is its own label */
    @TemplateData
    public record PrintedTable(String title, List<String> columns, List<PrintedRow> rows) {}

    /**
     * @param depth how far below the top of the outline it stands, from 0
     * @param heading a row of words, without figures
     * @param cells one for each column
     */
    @TemplateData
    public record PrintedRow(String label, int depth, boolean heading, List<Cell> cells) {}

    /** @param value null where the form has no figure there; a number, or the measure that the numbers of its row are in */
    @TemplateData
    public record Cell(String text, BigDecimal value, String code) {

        static final Cell NONE = new Cell("", null, null);
    }

    static PrintedReport of(PublishedReport report, String digest) {
        return new PrintedReport(
                "%s%d年政府信息公开工作年度报告"
                        .formatted(report.bureau().name(), report.period().to().getYear()),
                DAY.format(report.publishedAt()),
                report,
                digest,
                sections(report),
                report.form().tables().stream()
                        .map(table -> table(table, report))
                        .toList(),
                Chart.of(report));
    }

    /** The tables that have no section of their own. */
    public List<PrintedTable> tablesAtTheEnd() {
        List<PrintedTable> placed =
                sections.stream().flatMap(section -> section.tables.stream()).toList();
        return tables.stream().filter(table -> !placed.contains(table)).toList();
    }

    private static List<PrintedSection> sections(PublishedReport report) {
        Outline outline = Outline.of(report.form().code());
        return report.narrative().stream()
                .map(section -> new PrintedSection(
                        section.heading(),
                        section.text(),
                        outline.partOf(section).map(Outline.Part::tables).orElse(List.of()).stream()
                                .flatMap(code -> report.form().tables().stream()
                                        .filter(table -> table.code().equals(code)))
                                .map(table -> table(table, report))
                                .toList()))
                .toList();
    }

    private static PrintedTable table(Table table, PublishedReport report) {
        Map<String, Figure> byPlace = report.figures().stream()
                .filter(figure -> figure.table().equals(table.code()))
                .collect(Collectors.toMap(
                        figure -> place(figure.row(), figure.column()), Function.identity(), (one, other) -> one));
        // A form of one column has a measure for each row; one of several counts the same in all of them.
        boolean measured = table.columns().size() == 1;
        List<String> columns = table.columns().stream()
                .map(Column::label)
                .map(label -> label.zh())
                .toList();
        Map<String, Integer> depths = depths(table.rows());
        return new PrintedTable(
                table.title().zh(),
                measured ? List.of("单位", columns.get(0)) : columns,
                table.rows().stream()
                        .map(row -> new PrintedRow(
                                row.label().zh(),
                                depths.get(row.code()),
                                row.heading(),
                                measured
                                        ? measuredCells(
                                                byPlace, row, table.columns().get(0))
                                        : table.columns().stream()
                                                .map(column -> cell(byPlace.get(place(row.code(), column.code()))))
                                                .toList()))
                        .toList());
    }

    private static List<Cell> measuredCells(Map<String, Figure> byPlace, Row row, Column column) {
        Figure figure = byPlace.get(place(row.code(), column.code()));
        return figure == null
                ? List.of(Cell.NONE, Cell.NONE)
                : List.of(new Cell(Optional.ofNullable(figure.measure()).orElse(""), null, null), cell(figure));
    }

    private static Cell cell(Figure figure) {
        return figure == null || figure.value() == null
                ? Cell.NONE
                : new Cell(figure.value().toPlainString(), figure.value(), figure.code());
    }

    private static Map<String, Integer> depths(List<Row> rows) {
        var depths = new HashMap<String, Integer>();
        rows.forEach(row ->
                depths.put(row.code(), row.parent() == null ? 0 : depths.getOrDefault(row.parent(), -1) + 1));
        return depths;
    }

    private static String place(String row, String column) {
        return row + " " + column;
    }
}
