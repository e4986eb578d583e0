package gongkai.publication.rendering;

import gongkai.publication.rendering.PrintedReport.Cell;
import gongkai.publication.rendering.PrintedReport.PrintedRow;
import gongkai.publication.rendering.PrintedReport.PrintedTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form as a workbook, one sheet a table, with numbers that can be added up. */
final class Spreadsheet {

    private static final int CHARACTER = 256;
    private static final int LABEL_WIDTH = 60 * CHARACTER;
    private static final int CELL_WIDTH = 14 * CHARACTER;

    private Spreadsheet() {}

    static byte[] print(PrintedReport report) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var styles = new Styles(workbook);
            int number = 0;
            for (PrintedTable table : report.tables()) {
                number++;
                String name = WorkbookUtil.createSafeSheetName("%d %s".formatted(number, table.title()));
                write(workbook.createSheet(name), report, table, styles);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, PrintedReport report, PrintedTable table, Styles styles) {
        sheet.setColumnWidth(0, LABEL_WIDTH);
        text(sheet.createRow(0), 0, report.title(), styles.title);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, table.columns().size()));
        text(
                sheet.createRow(1),
                0,
                "第%d版 %s 发布".formatted(report.report().edition(), report.publishedOn()),
                styles.words);
        Row headings = sheet.createRow(2);
        text(headings, 0, table.title(), styles.heading);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.setColumnWidth(column + 1, CELL_WIDTH);
            text(headings, column + 1, table.columns().get(column), styles.heading);
        }
        int at = 3;
        for (PrintedRow row : table.rows()) {
            write(sheet.createRow(at++), row, styles);
        }
        sheet.createFreezePane(1, 3);
        sheet.setRepeatingRows(new CellRangeAddress(2, 2, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static void write(Row line, PrintedRow row, Styles styles) {
        text(line, 0, "　".repeat(row.depth()) + row.label(), row.heading() ? styles.heading : styles.words);
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cells().get(column);
            if (cell.value() == null) {
                text(line, column + 1, cell.text(), styles.words);
            } else {
                var written = line.createCell(column + 1);
                written.setCellValue(cell.value().doubleValue());
                written.setCellStyle(styles.figure);
            }
        }
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static final class Styles {

        private final CellStyle title;
        private final CellStyle heading;
        private final CellStyle words;
        private final CellStyle figure;

        Styles(XSSFWorkbook workbook) {
            var bold = workbook.createFont();
            bold.setBold(true);
            title = workbook.createCellStyle();
            title.setFont(bold);
            title.setAlignment(HorizontalAlignment.CENTER);
            heading = bordered(workbook);
            heading.setFont(bold);
            words = bordered(workbook);
            figure = bordered(workbook);
            figure.setAlignment(HorizontalAlignment.RIGHT);
        }

        private static CellStyle bordered(XSSFWorkbook workbook) {
            CellStyle style = workbook.createCellStyle();
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setWrapText(true);
            return style;
        }
    }
}
