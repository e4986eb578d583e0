package gongkai.submission.workbook;

import gongkai.chassis.problem.ProblemException;
import gongkai.submission.file.Entries;
import gongkai.submission.file.NotApplicable;
import gongkai.submission.file.Pin;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Place;
import gongkai.submission.form.Rule;
import gongkai.submission.form.Severity;
import gongkai.submission.form.Stated;
import gongkai.submission.form.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook that comes back filled in.
 *
 * <p>A blank cell states nothing; 0 is a figure; “不适用” or “N/A” says that the question does not arise; anything else that is not
 * a number is passed on as the text it is, for the check to name with all else that is wrong. A subtotal that still is a formula is
 * left out, and derived by the service, for what a program last computed may be stale; it does not apply where none of its parts
 * does. A subtotal that was typed over is stated, and must agree.
 */
public final class FilledWorkbook {

    /**
     * Excel keeps a number in binary and writes up to 17 digits of it: what shows as 0.3 may be written 0.30000000000000004.
     * Rounded to the 15 digits that Excel shows, it is the number that was entered.
     */
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** No program writes a number at such length. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final int PINNED = 6;

    private final XSSFWorkbook workbook;
    private final Locale language;
    private final Pin pin;

    /**
     * Opens the workbook and reads what it was made for.
     *
     * @throws ProblemException where it is none, or none of ours
     */
    public FilledWorkbook(byte[] file) {
        workbook = new PackedWorkbook(file).open();
        List<String> pinned = pinned(workbook.getSheet(Layout.PIN_SHEET));
        if (!pinned.get(0).equals(WorkbookWriter.VERSION)) {
            throw new ProblemException(WorkbookProblem.WORKBOOK_OF_ANOTHER_VERSION);
        }
        language = Locale.forLanguageTag(pinned.get(1));
        pin = new Pin(pinned.get(2), pinned.get(3), pinned.get(4), revision(pinned.get(5)));
    }

    public Pin pin() {
        return pin;
    }

    /** The language it was made in, which its sheets are named in. */
    public Locale language() {
        return language;
    }

    /**
     * All entries of the workbook.
     *
     * @param form that the workbook was made for
     * @throws ProblemException where a sheet or a row is not where it was, or formulas stand in the place of figures
     */
    public Entries entries(Form form) {
        var layout = new Layout(form, language);
        XSSFSheet sheet = sheet(layout.formSheet());
        XSSFSheet rules = sheet(layout.rulesSheet());
        mustBeInOrder(layout, sheet, rules);
        return new Entries(
                stated(layout, sheet),
                explanations(layout, rules),
                text(sheet, Layout.REMARKS),
                text(sheet, Layout.SUBMITTED_BY));
    }

    private static List<String> pinned(XSSFSheet sheet) {
        List<String> pinned = new ArrayList<>();
        for (int row = 0; row < PINNED; row++) {
            String text = sheet == null ? null : text(sheet, new CellAddress(row, 0));
            if (text == null) {
                throw new ProblemException(WorkbookProblem.WORKBOOK_NOT_OURS);
            }
            pinned.add(text);
        }
        return pinned;
    }

    private static long revision(String pinned) {
        try {
            return Long.parseLong(pinned);
        } catch (NumberFormatException tampered) {
            throw new ProblemException(WorkbookProblem.WORKBOOK_NOT_OURS);
        }
    }

    private XSSFSheet sheet(String name) {
        XSSFSheet sheet = workbook.getSheet(name);
        if (sheet == null) {
            throw new ProblemException(WorkbookProblem.WORKBOOK_SHEET_MISSING, name);
        }
        return sheet;
    }

    private static void mustBeInOrder(Layout layout, XSSFSheet sheet, XSSFSheet rules) {
        List<Place> moved = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            List<Table.Row> rows = block.table().rows();
            for (int i = 0; i < rows.size(); i++) {
                var code = new CellAddress(block.firstRow() + i, Layout.CODE);
                if (!rows.get(i).code().equals(text(sheet, code))) {
                    moved.add(Place.cell(sheet.getSheetName(), code.formatAsString()));
                }
            }
        }
        for (int i = 0; i < layout.rules().size(); i++) {
            var code = new CellAddress(layout.explanation(i).getRow(), Layout.CODE);
            if (!layout.rules().get(i).code().equals(text(rules, code))) {
                moved.add(Place.cell(rules.getSheetName(), code.formatAsString()));
            }
        }
        if (!moved.isEmpty()) {
            throw UnusableWorkbook.rearranged(moved);
        }
    }

    private static Stated stated(Layout layout, XSSFSheet sheet) {
        Map<String, Object> values = new TreeMap<>();
        Set<String> notApplicable = new HashSet<>();
        Set<String> computed = new HashSet<>();
        List<Place> formulas = new ArrayList<>();
        for (Indicator indicator : layout.form().indicators()) {
            String code = indicator.code();
            XSSFCell cell = cell(sheet, layout.figure(code));
            CellType type = cell == null ? CellType.BLANK : cell.getCellType();
            if (type == CellType.FORMULA && layout.subtotals().containsKey(code)) {
                computed.add(code);
            } else if (type == CellType.FORMULA) {
                formulas.add(layout.place(code));
            } else if (type == CellType.NUMERIC) {
                values.put(code, number(cell));
            } else {
                String entered = text(sheet, layout.figure(code));
                if (entered != null && NotApplicable.is(entered)) {
                    notApplicable.add(code);
                } else if (entered != null) {
                    values.put(code, entered);
                }
            }
        }
        if (!formulas.isEmpty()) {
            throw UnusableWorkbook.withFormulas(formulas);
        }
        Set<String> all = new HashSet<>(notApplicable);
        computed.stream()
                .filter(code -> isNotApplicable(code, layout, computed, notApplicable))
                .forEach(all::add);
        return new Stated(values, all);
    }

    /** As the sheet shows it: a subtotal does not apply where none of its parts does. */
    private static boolean isNotApplicable(
            String code, Layout layout, Set<String> computed, Set<String> notApplicable) {
        return computed.contains(code)
                ? layout.subtotals().get(code).stream()
                        .allMatch(part -> isNotApplicable(part, layout, computed, notApplicable))
                : notApplicable.contains(code);
    }

    /** The number as it was entered, from the characters in the file; or what the cell shows, where that is no number. */
    private static Object number(XSSFCell cell) {
        String raw = cell.getRawValue();
        try {
            return DateUtil.isCellDateFormatted(cell) || raw.length() > MAX_NUMBER_LENGTH
                    ? shown(cell)
                    : new BigDecimal(raw).round(AS_SHOWN);
        } catch (NumberFormatException | ArithmeticException notDecimal) {
            return raw;
        }
    }

    private static Map<String, String> explanations(Layout layout, XSSFSheet sheet) {
        Map<String, String> explanations = new HashMap<>();
        for (int i = 0; i < layout.rules().size(); i++) {
            Rule rule = layout.rules().get(i);
            String explanation = text(sheet, layout.explanation(i));
            if (rule.severity() == Severity.WARNING && explanation != null) {
                explanations.put(rule.code(), explanation);
            }
        }
        return explanations;
    }

    /** The text that a cell shows; null for nothing. */
    private static String text(XSSFSheet sheet, CellAddress address) {
        XSSFCell cell = cell(sheet, address);
        String text = cell == null ? "" : shown(cell).strip();
        return text.isEmpty() ? null : text;
    }

    private static String shown(XSSFCell cell) {
        try {
            return new DataFormatter(Locale.ROOT).formatCellValue(cell);
        } catch (RuntimeException broken) {
            // Only here does POI look at what the cell holds, which may be anything.
            throw new ProblemException(WorkbookProblem.NOT_A_WORKBOOK);
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, CellAddress address) {
        XSSFRow row = sheet.getRow(address.getRow());
        return row == null ? null : row.getCell(address.getColumn());
    }
}
