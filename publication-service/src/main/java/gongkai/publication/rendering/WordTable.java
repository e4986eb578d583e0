package gongkai.publication.rendering;

import gongkai.publication.rendering.PrintedTable.Cell;
import gongkai.publication.rendering.PrintedTable.PrintedColumn;
import gongkai.publication.rendering.PrintedTable.PrintedRow;
import gongkai.publication.rendering.PrintedTable.Span;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A table of the form in a document. */
final class WordTable {

    /** Hundredths of the width: a form of one figure a row has room for long labels. */
    private static final int LABELS = 60;

    private static final int LABELS_BESIDE_MANY = 30;

    private WordTable() {}

    static void write(XWPFDocument document, PrintedTable table) {
        int head = table.grouped() ? 2 : 1;
        XWPFTable written =
                document.createTable(table.rows().size() + head, table.columns().size() + 1);
        lay(written, table.columns().size());
        writeHead(written, table, head);
        for (int at = 0; at < table.rows().size(); at++) {
            write(written.getRow(at + head), table.rows().get(at));
        }
    }

    /** Widths are said twice: in the grid, which cells may span, and in each cell. */
    private static void lay(XWPFTable written, int columns) {
        int labels = WordDocument.TEXT_WIDTH * (columns > 2 ? LABELS_BESIDE_MANY : LABELS) / 100;
        int others = (WordDocument.TEXT_WIDTH - labels) / columns;
        CTTblGrid grid = written.getCTTbl().addNewTblGrid();
        for (int at = 0; at <= columns; at++) {
            int width = at == 0 ? labels : others;
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
            for (XWPFTableRow row : written.getRows()) {
                row.getCell(at).setWidth(Integer.toString(width));
            }
        }
    }

    private static void writeHead(XWPFTable written, PrintedTable table, int lines) {
        for (int line = 0; line < lines; line++) {
            written.getRow(line).setRepeatHeader(true);
        }
        XWPFTableRow upper = written.getRow(0);
        XWPFTableRow lower = written.getRow(lines - 1);
        text(upper.getCell(0), "指标", true);
        for (int column = 0; column < table.columns().size(); column++) {
            PrintedColumn label = table.columns().get(column);
            text((label.group() == null ? upper : lower).getCell(column + 1), label.label(), true);
        }
        if (!table.grouped()) {
            return;
        }
        over(upper.getCell(0), lower.getCell(0));
        List<Span> spans = table.spans();
        // From the right, so that what is taken out moves nothing that is still to come.
        for (int at = spans.size() - 1; at >= 0; at--) {
            Span span = spans.get(at);
            XWPFTableCell first = upper.getCell(span.from() + 1);
            if (span.group()) {
                text(first, span.label(), true);
                for (int more = span.width() - 1; more > 0; more--) {
                    upper.removeCell(span.from() + 1 + more);
                }
                first.setWidth(Integer.toString(span.width() * first.getWidth()));
                first.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span.width()));
            } else {
                over(first, lower.getCell(span.from() + 1));
            }
        }
    }

    /** One cell of two lines. */
    private static void over(XWPFTableCell upper, XWPFTableCell lower) {
        upper.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.RESTART);
        lower.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
    }

    private static void write(XWPFTableRow line, PrintedRow row) {
        text(line.getCell(0), "　".repeat(row.depth()) + row.label(), row.heading());
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cells().get(column);
            XWPFParagraph paragraph = text(line.getCell(column + 1), cell.text(), false);
            if (cell.value() != null) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
        }
    }

    private static XWPFParagraph text(XWPFTableCell cell, String text, boolean bold) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        WordDocument.run(paragraph, text, WordDocument.CELL, bold);
        return paragraph;
    }
}
