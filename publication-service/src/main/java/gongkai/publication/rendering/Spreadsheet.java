package gongkai.publication.rendering;

import gongkai.publication.rendering.PrintedTable.Cell;
import gongkai.publication.rendering.PrintedTable.PrintedRow;
import gongkai.publication.rendering.PrintedTable.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
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

    /** The table's head, below the title and the edition. */
    private static final int HEAD = 2;

    private Spreadsheet() {}

    static byte[] print(ReportModel report) {
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

    private static void write(Sheet sheet, ReportModel report, PrintedTable table, Styles styles) {
        sheet.setColumnWidth(0, LABEL_WIDTH);
        text(sheet.createRow(0), 0, report.title(), styles.title);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, table.columns().size()));
        text(
                sheet.createRow(1),
                0,
                "第%d版 %s 发布".formatted(report.report().edition(), report.publishedOn()),
                styles.words);
        int at = writeHead(sheet, table, styles);
        sheet.createFreezePane(1, at);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, at - 1, -1, -1));
        for (PrintedRow row : table.rows()) {
            write(sheet.createRow(at++), row, styles);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(table.grouped());
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** @return the row below it */
    private static int writeHead(Sheet sheet, PrintedTable table, Styles styles) {
        int lines = table.grouped() ? 2 : 1;
        for (int line = 0; line < lines; line++) {
            Row row = sheet.createRow(HEAD + line);
            for (int column = 0; column <= table.columns().size(); column++) {
                text(row, column, "", styles.heading);
            }
        }
        Row upper = sheet.getRow(HEAD);
        Row lower = sheet.getRow(HEAD + lines - 1);
        upper.getCell(0).setCellValue(table.title());
        merge(sheet, HEAD, lower.getRowNum(), 0, 0);
        for (Span span : table.spans()) {
            upper.getCell(span.from() + 1).setCellValue(span.label());
            merge(sheet, HEAD, span.group() ? HEAD : lower.getRowNum(), span.from() + 1, span.from() + span.width());
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.setColumnWidth(column + 1, CELL_WIDTH);
            if (table.columns().get(column).group() != null) {
                lower.getCell(column + 1)
                        .setCellValue(table.columns().get(column).label());
            }
        }
        return HEAD + lines;
    }

    /** One cell alone cannot be merged. */
    private static void merge(Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
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
