package gongkai.submission.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once. All cells are locked but those to fill in. */
final class Styles {

    private static final short COUNT = 3; // Excel's own format “#,##0”.
    private static final short TITLE_POINTS = 16;

    private final XSSFWorkbook workbook;
    private final Map<Integer, XSSFCellStyle> labels = new HashMap<>();
    private final XSSFFont bold;

    final XSSFCellStyle title;
    final XSSFCellStyle plain;
    final XSSFCellStyle head;
    final XSSFCellStyle tableTitle;
    final XSSFCellStyle words;
    final XSSFCellStyle centred;
    final XSSFCellStyle entry;
    final XSSFCellStyle figure;
    final XSSFCellStyle decimalFigure;
    final XSSFCellStyle subtotal;
    final XSSFCellStyle before;

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        bold = workbook.createFont();
        bold.setBold(true);
        XSSFFont large = workbook.createFont();
        large.setBold(true);
        large.setFontHeightInPoints(TITLE_POINTS);
        XSSFFont faint = workbook.createFont();
        faint.setItalic(true);
        faint.setColor(IndexedColors.GREY_50_PERCENT.index);

        plain = workbook.createCellStyle();
        title = workbook.createCellStyle();
        title.setFont(large);
        tableTitle = workbook.createCellStyle();
        tableTitle.setFont(bold);
        words = bordered(null);
        words.setWrapText(true);
        centred = bordered(null);
        centred.setAlignment(HorizontalAlignment.CENTER);
        head = bordered(IndexedColors.GREY_25_PERCENT);
        head.setFont(bold);
        head.setWrapText(true);
        head.setAlignment(HorizontalAlignment.CENTER);
        entry = open(bordered(IndexedColors.LIGHT_YELLOW));
        entry.setWrapText(true);
        figure = open(bordered(IndexedColors.LIGHT_YELLOW));
        figure.setDataFormat(COUNT);
        figure.setAlignment(HorizontalAlignment.RIGHT);
        decimalFigure = open(bordered(IndexedColors.LIGHT_YELLOW));
        decimalFigure.setAlignment(HorizontalAlignment.RIGHT);
        subtotal = bordered(IndexedColors.GREY_25_PERCENT);
        subtotal.setAlignment(HorizontalAlignment.RIGHT);
        before = bordered(null);
        before.setFont(faint);
        before.setAlignment(HorizontalAlignment.RIGHT);
    }

    /** A row's words, set in as deep as the row stands in the outline. */
    XSSFCellStyle label(int depth) {
        return labels.computeIfAbsent(depth, indention -> {
            XSSFCellStyle label = bordered(null);
            label.setWrapText(true);
            label.setIndention(indention.shortValue());
            return label;
        });
    }

    private XSSFCellStyle bordered(IndexedColors fill) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (fill != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(fill.index);
        }
        return style;
    }

    private static XSSFCellStyle open(XSSFCellStyle style) {
        style.setLocked(false);
        return style;
    }
}
