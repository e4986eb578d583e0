package gongkai.submission.workbook;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Place;
import gongkai.submission.form.Rule;
import gongkai.submission.form.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;

/**
 * The places of a form in its workbook. They follow from the form alone, so that what was written by it can be read by
 * it.
 *
 * <p>On the first sheet the form's tables stand one below the other: the row's code, its words, its measure, and then for each column
 * of the table this period's figure and, beside it, that of the period before. On the second sheet each rule has a row.
 */
public final class Layout {

    static final LocalizedText FORM_SHEET = new LocalizedText("统计表", "Form");
    static final LocalizedText RULES_SHEET = new LocalizedText("校核", "Checks");

    /** Pins the workbook to its place; no menu of Excel shows it. */
    static final String PIN_SHEET = "gongkai";

    static final CellAddress SUBMITTED_BY = new CellAddress("B4");
    static final CellAddress REMARKS = new CellAddress("B5");

    static final int CODE = 0;
    static final int LABEL = 1;
    static final int MEASURE = 2;
    private static final int FIRST_FIGURE = 3;
    private static final int FIRST_TABLE_ROW = 6;

    static final int FIRST_RULE_ROW = 3;
    static final int EXPLANATION = 7;

    /**
     * A table's place on the sheet.
     *
     * @param firstRow of its rows; above it stand its title, the words over groups of columns, and those over columns
     */
    record Block(Table table, int firstRow) {

        private static final int ROWS_ABOVE = 3;

        int titleRow() {
            return firstRow - ROWS_ABOVE;
        }

        int groupRow() {
            return firstRow - 2;
        }

        int columnRow() {
            return firstRow - 1;
        }

        private int rowBehind() {
            return firstRow + table.rows().size();
        }
    }

    private final Form form;
    private final Locale language;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, CellAddress> figures = new HashMap<>();
    private final Map<String, List<String>> subtotals = new LinkedHashMap<>();

    /** @param language of its words; where things stand is the same in each */
    public Layout(Form form, Locale language) {
        this.form = form;
        this.language = language;
        int next = FIRST_TABLE_ROW;
        for (Table table : form.tables()) {
            var block = new Block(table, next + Block.ROWS_ABOVE);
            blocks.add(block);
            next = block.rowBehind() + 1;
        }
        form.indicators().forEach(indicator -> figures.put(indicator.code(), address(indicator)));
        form.rules()
                .forEach(rule -> rule.subtotal()
                        .ifPresent(total -> subtotals.putIfAbsent(
                                total,
                                rule.right().stream()
                                        .map(term -> term.indicator())
                                        .toList())));
    }

    private CellAddress address(Indicator indicator) {
        Block block = blocks.stream()
                .filter(candidate -> candidate.table.code().equals(indicator.table()))
                .findFirst()
                .orElseThrow();
        List<String> rows = block.table.rows().stream().map(Table.Row::code).toList();
        List<String> columns =
                block.table.columns().stream().map(Table.Column::code).toList();
        return new CellAddress(
                block.firstRow + rows.indexOf(indicator.row()), column(columns.indexOf(indicator.column())));
    }

    /** The column of the sheet in which the figures of a table's column stand; those of the period before are in the next. */
    static int column(int ofTable) {
        return FIRST_FIGURE + 2 * ofTable;
    }

    Form form() {
        return form;
    }

    String formSheet() {
        return FORM_SHEET.in(language);
    }

    String rulesSheet() {
        return RULES_SHEET.in(language);
    }

    List<Block> blocks() {
        return blocks;
    }

    int lastColumn() {
        int columns = form.tables().stream()
                .map(table -> table.columns().size())
                .max(Comparator.naturalOrder())
                .orElse(1);
        return column(columns - 1) + 1;
    }

    CellAddress figure(String indicator) {
        return figures.get(indicator);
    }

    /** The cell of the figure of the period before. */
    CellAddress before(String indicator) {
        CellAddress figure = figures.get(indicator);
        return new CellAddress(figure.getRow(), figure.getColumn() + 1);
    }

    CellAddress explanation(int rule) {
        return new CellAddress(FIRST_RULE_ROW + rule, EXPLANATION);
    }

    /** The indicators that the sheet computes, each with its parts. */
    Map<String, List<String>> subtotals() {
        return subtotals;
    }

    /** The cell of an indicator's figure. */
    public Place place(String indicator) {
        return figures.containsKey(indicator)
                ? Place.cell(formSheet(), figures.get(indicator).formatAsString())
                : Place.UNKNOWN;
    }

    List<Rule> rules() {
        return form.rules();
    }
}
