package gongkai.submission.workbook;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.file.Entries;
import gongkai.submission.file.NotApplicable;
import gongkai.submission.file.Pin;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Rule;
import gongkai.submission.form.Severity;
import gongkai.submission.form.Stated;
import gongkai.submission.form.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the workbook of one unit: the form as it looks on paper, ready to be filled in without us. Excel itself keeps the totals,
 * refuses what is no figure, and marks what the service would refuse (red) or ask about (orange).
 */
public final class WorkbookWriter {

    /** Changes when workbooks that are out there can no longer be read. */
    static final String VERSION = "1";

    /** The digits of a decimal number that binary floating point keeps. */
    private static final int EXACT_DIGITS = 15;

    private static final int CHARACTER = 256;
    private static final LocalizedText THIS_YEAR = new LocalizedText("本期", "This period");
    private static final LocalizedText LAST_YEAR = new LocalizedText("上期", "Period before");

    private final Form form;
    private final Locale language;
    private final Layout layout;
    private final Formulas formulas;

    public WorkbookWriter(Form form, Locale language) {
        this.form = form;
        this.language = language;
        this.layout = new Layout(form, language);
        this.formulas = new Formulas(layout, language);
    }

    /**
     * Writes the workbook.
     *
     * @param entries what the unit has entered so far
     * @param before what it stated for the period before
     * @throws ProblemException {@link WorkbookProblem#FIGURE_TOO_LONG_FOR_WORKBOOK} where a figure would not come back as it went
     */
    public void write(Heading heading, Pin pin, Entries entries, Stated before, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var styles = new Styles(workbook);
            XSSFSheet sheet = workbook.createSheet(layout.formSheet());
            heading(sheet, styles, heading, entries);
            layout.blocks().forEach(block -> table(sheet, styles, block));
            form.indicators().forEach(indicator -> figures(sheet, styles, indicator, entries.stated(), before));
            marks(sheet);
            // Codes look like numbers, and are none.
            sheet.addIgnoredErrors(
                    new CellRangeAddress(0, sheet.getLastRowNum(), Layout.CODE, Layout.CODE),
                    IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            rules(workbook.createSheet(layout.rulesSheet()), styles, entries.explanations());
            lock(sheet);
            lock(workbook.getSheet(layout.rulesSheet()));
            pin(workbook, pin);
            workbook.lockStructure();
            // A viewer that does not compute shows the totals too; a program that computes does so afresh.
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.setForceFormulaRecalculation(true);
            workbook.write(out);
        }
    }

    private void heading(XSSFSheet sheet, Styles styles, Heading heading, Entries entries) {
        put(sheet, 0, 0, form.title().in(language), styles.title);
        String about = say("编制机关：%s　报送单位：%s　统计期限：%s", "Bureau: %s   Unit: %s   Period: %s")
                .formatted(heading.bureau(), heading.unit(), heading.period());
        put(sheet, 1, 0, about, styles.plain);
        put(
                sheet,
                2,
                0,
                say(
                        "请填写黄色单元格：没有发生的填 0；不适用的填“不适用”；灰色单元格自动计算。红色须改正，橙色须核对并在“校核”页说明原因。",
                        "Fill in the yellow cells: 0 where there was none, N/A where the question does not arise. Grey cells compute"
                                + " themselves. Red must be mended; orange be checked, and explained in sheet “Checks”."),
                styles.plain);
        put(sheet, Layout.SUBMITTED_BY.getRow(), 0, say("填报人", "Filled in by"), styles.words);
        put(sheet, Layout.SUBMITTED_BY, entries.submittedBy(), styles.entry);
        put(sheet, Layout.REMARKS.getRow(), 0, say("备注", "Remarks"), styles.words);
        put(sheet, Layout.REMARKS, entries.remarks(), styles.entry);

        sheet.setColumnWidth(Layout.CODE, 10 * CHARACTER);
        sheet.setColumnWidth(Layout.LABEL, 52 * CHARACTER);
        sheet.setColumnWidth(Layout.MEASURE, 8 * CHARACTER);
        for (int column = Layout.column(0); column <= layout.lastColumn(); column++) {
            sheet.setColumnWidth(column, 12 * CHARACTER);
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void table(XSSFSheet sheet, Styles styles, Layout.Block block) {
        Table table = block.table();
        put(sheet, block.titleRow(), 0, table.title().in(language), styles.tableTitle);
        List<LocalizedText> heads = List.of(
                new LocalizedText("代码", "Code"),
                new LocalizedText("指标", "Indicator"),
                new LocalizedText("单位", "Measure"));
        for (int column = 0; column < heads.size(); column++) {
            put(sheet, block.groupRow(), column, heads.get(column).in(language), styles.head);
            put(sheet, block.columnRow(), column, null, styles.head);
            sheet.addMergedRegion(new CellRangeAddress(block.groupRow(), block.columnRow(), column, column));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            columnHead(sheet, styles, block, column);
        }
        mergeGroups(sheet, block);

        Map<String, String> measures = form.indicators().stream()
                .filter(indicator -> indicator.table().equals(table.code()))
                .collect(Collectors.toMap(Indicator::row, Indicator::measure, (first, next) -> first));
        Map<String, Table.Row> rows =
                table.rows().stream().collect(Collectors.toMap(Table.Row::code, Function.identity()));
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            put(sheet, block.firstRow() + i, Layout.CODE, row.code(), styles.words);
            put(sheet, block.firstRow() + i, Layout.LABEL, row.label().in(language), styles.label(depth(row, rows)));
            put(sheet, block.firstRow() + i, Layout.MEASURE, measures.get(row.code()), styles.centred);
        }
    }

    private void columnHead(XSSFSheet sheet, Styles styles, Layout.Block block, int column) {
        Table.Column head = block.table().columns().get(column);
        int at = Layout.column(column);
        String group = head.group() == null ? null : head.group().in(language);
        put(sheet, block.groupRow(), at, group, styles.head);
        put(sheet, block.groupRow(), at + 1, null, styles.head);
        String words = head.label().in(language);
        put(sheet, block.columnRow(), at, words + "\n" + THIS_YEAR.in(language), styles.head);
        put(sheet, block.columnRow(), at + 1, LAST_YEAR.in(language), styles.head);
    }

    /** One cell over all columns of a group. */
    private static void mergeGroups(XSSFSheet sheet, Layout.Block block) {
        List<Table.Column> columns = block.table().columns();
        int first = 0;
        while (first < columns.size()) {
            LocalizedText group = columns.get(first).group();
            int last = first;
            while (group != null
                    && last + 1 < columns.size()
                    && group.equals(columns.get(last + 1).group())) {
                last++;
            }
            sheet.addMergedRegion(new CellRangeAddress(
                    block.groupRow(), block.groupRow(), Layout.column(first), Layout.column(last) + 1));
            first = last + 1;
        }
    }

    private static int depth(Table.Row row, Map<String, Table.Row> rows) {
        return row.parent() == null || !rows.containsKey(row.parent()) ? 0 : depth(rows.get(row.parent()), rows) + 1;
    }

    private void figures(XSSFSheet sheet, Styles styles, Indicator indicator, Stated stated, Stated before) {
        CellAddress address = layout.figure(indicator.code());
        List<String> parts = layout.subtotals().get(indicator.code());
        if (parts == null) {
            XSSFCellStyle style = indicator.scale() == 0 ? styles.figure : styles.decimalFigure;
            fill(put(sheet, address, null, style), indicator.code(), stated);
            validate(sheet, indicator);
        } else {
            put(sheet, address, null, styles.subtotal).setCellFormula(formulas.subtotal(parts));
        }
        fill(put(sheet, layout.before(indicator.code()), null, styles.before), indicator.code(), before);
    }

    private void fill(XSSFCell cell, String indicator, Stated stated) {
        if (stated.notApplicable().contains(indicator)) {
            cell.setCellValue(NotApplicable.WORDS.in(language));
        } else if (stated.values().get(indicator) instanceof BigDecimal figure) {
            if (figure.stripTrailingZeros().precision() > EXACT_DIGITS) {
                throw new ProblemException(WorkbookProblem.FIGURE_TOO_LONG_FOR_WORKBOOK, indicator);
            }
            cell.setCellValue(figure.doubleValue());
        }
    }

    private void validate(XSSFSheet sheet, Indicator indicator) {
        CellAddress address = layout.figure(indicator.code());
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createCustomConstraint(formulas.fit(indicator)),
                new CellRangeAddressList(address.getRow(), address.getRow(), address.getColumn(), address.getColumn()));
        String kind = indicator.scale() == 0
                ? say("整数", "a whole number")
                : say("数字，最多 %d 位小数", "a number with at most %d decimals").formatted(indicator.scale());
        String sign = indicator.signed() ? "" : say("，不能为负", ", not negative");
        validation.setShowErrorBox(true);
        validation.createErrorBox(
                say("不能这样填", "This cannot be taken"),
                say("请填%s%s，至多 12 位；不适用的填“不适用”。", "Enter %s%s, of 12 digits at most; or N/A where it does not apply.")
                        .formatted(kind, sign));
        if (indicator.note() != null) {
            validation.setShowPromptBox(true);
            validation.createPromptBox(say("说明", "Note"), indicator.note().in(language));
        }
        sheet.addValidationData(validation);
    }

    /** Errors before warnings: where a figure is in a rule of each, red shows. */
    private void marks(XSSFSheet sheet) {
        marks(sheet, Severity.ERROR, IndexedColors.ROSE);
        marks(sheet, Severity.WARNING, IndexedColors.LIGHT_ORANGE);
    }

    private void marks(XSSFSheet sheet, Severity severity, IndexedColors colour) {
        var formatting = sheet.getSheetConditionalFormatting();
        layout.rules().stream().filter(rule -> rule.severity() == severity).forEach(rule -> {
            var mark = formatting.createConditionalFormattingRule(formulas.broken(rule));
            var fill = mark.createPatternFormatting();
            fill.setFillBackgroundColor(colour.index);
            formatting.addConditionalFormatting(formulas.marked(rule).toArray(CellRangeAddress[]::new), mark);
        });
    }

    private void rules(XSSFSheet sheet, Styles styles, Map<String, String> explanations) {
        put(sheet, 0, 0, say("校核", "Checks"), styles.title);
        put(
                sheet,
                1,
                0,
                say(
                        "✔ 符合　✘ 不符合　— 数据未填全或无须校核。橙色的警告核对无误的，请写明原因。",
                        "✔ holds   ✘ does not hold   — not yet known, or not asked. Explain a warning that is right as it is."),
                styles.plain);
        List<LocalizedText> heads = List.of(
                new LocalizedText("代码", "Code"),
                new LocalizedText("规则", "Rule"),
                new LocalizedText("性质", "Severity"),
                new LocalizedText("左", "Left"),
                new LocalizedText("应", "Must be"),
                new LocalizedText("右", "Right"),
                new LocalizedText("结果", "Result"),
                new LocalizedText("原因说明", "Explanation"));
        List<Integer> widths = List.of(12, 60, 10, 14, 8, 14, 8, 50);
        IntStream.range(0, heads.size()).forEach(column -> {
            put(sheet, Layout.FIRST_RULE_ROW - 1, column, heads.get(column).in(language), styles.head);
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        });
        for (int i = 0; i < layout.rules().size(); i++) {
            rule(sheet, styles, layout.rules().get(i), layout.explanation(i), explanations);
        }
        sheet.createFreezePane(0, Layout.FIRST_RULE_ROW);
        markBroken(sheet);
    }

    private void rule(
            XSSFSheet sheet, Styles styles, Rule rule, CellAddress explanation, Map<String, String> explanations) {
        int row = explanation.getRow();
        boolean warning = rule.severity() == Severity.WARNING;
        put(sheet, row, 0, rule.code(), styles.words);
        put(sheet, row, 1, rule.text().in(language), styles.words);
        put(sheet, row, 2, warning ? say("警告", "Warning") : say("错误", "Error"), styles.centred);
        put(sheet, row, 3, null, styles.words).setCellFormula(formulas.left(rule));
        put(sheet, row, 4, rule.relation().sign(), styles.centred);
        put(sheet, row, 5, null, styles.words).setCellFormula(formulas.right(rule));
        put(sheet, row, 6, null, styles.centred).setCellFormula(formulas.standing(rule));
        if (warning) {
            put(sheet, explanation, explanations.get(rule.code()), styles.entry);
        }
    }

    private static void markBroken(XSSFSheet sheet) {
        var formatting = sheet.getSheetConditionalFormatting();
        var mark = formatting.createConditionalFormattingRule("$G%d=\"✘\"".formatted(Layout.FIRST_RULE_ROW + 1));
        mark.createPatternFormatting().setFillBackgroundColor(IndexedColors.ROSE.index);
        var results = new CellRangeAddress(Layout.FIRST_RULE_ROW, sheet.getLastRowNum(), 6, 6);
        formatting.addConditionalFormatting(new CellRangeAddress[] {results}, mark);
    }

    /** Protects without a password: from slips, not from the owner. Columns can still be made wider. */
    private static void lock(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    private void pin(XSSFWorkbook workbook, Pin pin) {
        XSSFSheet sheet = workbook.createSheet(Layout.PIN_SHEET);
        List<String> pinned = List.of(
                VERSION,
                language.getLanguage(),
                pin.collection(),
                pin.unit(),
                pin.form(),
                Long.toString(pin.revision()));
        for (int row = 0; row < pinned.size(); row++) {
            sheet.createRow(row).createCell(0).setCellValue(pinned.get(row));
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private String say(String zh, String en) {
        return new LocalizedText(zh, en).in(language);
    }

    private static XSSFCell put(XSSFSheet sheet, CellAddress address, String words, XSSFCellStyle style) {
        return put(sheet, address.getRow(), address.getColumn(), words, style);
    }

    /** @param words null for none, yet */
    private static XSSFCell put(XSSFSheet sheet, int row, int column, String words, XSSFCellStyle style) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        XSSFCell cell = line.createCell(column);
        cell.setCellStyle(style);
        if (words != null) {
            cell.setCellValue(words);
        }
        return cell;
    }
}
