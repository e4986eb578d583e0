package gongkai.publication.rendering;

import gongkai.publication.edition.Figure;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.report.Form.Column;
import gongkai.publication.report.Form.Row;
import gongkai.publication.report.Form.Table;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of the form as its authority lays it out.
 *
 * @param columns without the first, which has the rows' labels
 */
@TemplateData
public record PrintedTable(String title, List<PrintedColumn> columns, List<PrintedRow> rows) {

    /** @param group words above this column and its neighbours of the same group; null for none */
    @TemplateData
    public record PrintedColumn(String label, String group) {}

    /**
     * A cell in the upper line of the head: a group above its columns, or a column that belongs to none.
     *
     * @param from the first of its columns, from 0
     */
    @TemplateData
    public record Span(String label, int from, int width, boolean group) {}

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

    /** Whether the head has two lines. */
    public boolean grouped() {
        return columns.stream().anyMatch(column -> column.group != null);
    }

    public List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (int at = 0; at < columns.size(); at++) {
            PrintedColumn column = columns.get(at);
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (column.group == null) {
                spans.add(new Span(column.label, at, 1, false));
            } else if (last != null && last.group && last.label.equals(column.group)) {
                spans.set(spans.size() - 1, new Span(last.label, last.from, last.width + 1, true));
            } else {
                spans.add(new Span(column.group, at, 1, true));
            }
        }
        return spans;
    }

    static PrintedTable of(Table table, PublishedReport report) {
        Map<String, Figure> byPlace = report.figures().stream()
                .filter(figure -> figure.table().equals(table.code()))
                .collect(Collectors.toMap(
                        figure -> place(figure.row(), figure.column()), Function.identity(), (one, other) -> one));
        // A form of one column has a measure for each row; one of several counts the same in all of them.
        boolean measured = table.columns().size() == 1;
        List<PrintedColumn> columns = table.columns().stream()
                .map(column -> new PrintedColumn(
                        column.label().zh(),
                        column.group() == null ? null : column.group().zh()))
                .toList();
        Map<String, Integer> depths = depths(table.rows());
        return new PrintedTable(
                table.title().zh(),
                measured ? List.of(new PrintedColumn("单位", null), columns.get(0)) : columns,
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
