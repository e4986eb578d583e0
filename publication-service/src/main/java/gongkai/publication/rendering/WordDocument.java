package gongkai.publication.rendering;

import gongkai.publication.rendering.PrintedReport.PrintedRow;
import gongkai.publication.rendering.PrintedReport.PrintedTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The report as offices file it. */
final class WordDocument {

    /** 仿宋 is what documents of Chinese offices are set in (GB/T 9704); where it is missing, the reader's program takes another. */
    private static final String FONT = "仿宋";

    private static final int TITLE = 18;
    private static final int HEADING = 14;
    private static final int TEXT = 12;
    private static final int CELL = 9;

    private WordDocument() {}

    static byte[] print(PrintedReport report) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(report.title());
            XWPFParagraph title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            run(title, report.title(), TITLE, true);
            XWPFParagraph edition = document.createParagraph();
            edition.setAlignment(ParagraphAlignment.CENTER);
            run(edition, "第%d版 %s 发布".formatted(report.report().edition(), report.publishedOn()), TEXT, false);
            if (report.report().correction() != null) {
                run(document.createParagraph(), "更正说明：" + report.report().reason(), TEXT, false);
            }
            report.sections().forEach(section -> {
                run(document.createParagraph(), section.heading(), HEADING, true);
                Markdown.read(section.text()).accept(new Paragraphs(document));
                section.tables().forEach(table -> write(document, table));
            });
            report.report()
                    .omissions()
                    .forEach(omitted -> run(
                            document.createParagraph(),
                            "本报告不含%s的数据：%s".formatted(omitted.name(), omitted.reason()),
                            TEXT,
                            false));
            report.tablesAtTheEnd().forEach(table -> write(document, table));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XWPFDocument document, PrintedTable table) {
        run(document.createParagraph(), table.title(), HEADING, true);
        XWPFTable written =
                document.createTable(table.rows().size() + 1, table.columns().size() + 1);
        written.setWidth("100%");
        XWPFTableRow headings = written.getRow(0);
        headings.setRepeatHeader(true);
        cell(headings, 0, "指标", true);
        for (int column = 0; column < table.columns().size(); column++) {
            cell(headings, column + 1, table.columns().get(column), true);
        }
        for (int at = 0; at < table.rows().size(); at++) {
            PrintedRow row = table.rows().get(at);
            cell(written.getRow(at + 1), 0, "　".repeat(row.depth()) + row.label(), row.heading());
            for (int column = 0; column < row.cells().size(); column++) {
                cell(written.getRow(at + 1), column + 1, row.cells().get(column).text(), false);
            }
        }
    }

    private static void cell(XWPFTableRow row, int column, String text, boolean bold) {
        run(row.getCell(column).getParagraphs().get(0), text, CELL, bold);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
        return run;
    }

    /** Markdown's paragraphs and lists, with what is strong in them; other marks leave their words. */
    private static final class Paragraphs extends AbstractVisitor {

        private final XWPFDocument document;
        private XWPFParagraph paragraph;
        private boolean strong;
        private String mark = "";
        private int number;

        Paragraphs(XWPFDocument document) {
            this.document = document;
        }

        @Override
        public void visit(Paragraph node) {
            begin(node);
        }

        @Override
        public void visit(Heading node) {
            strong = true;
            begin(node);
            strong = false;
        }

        private void begin(Node node) {
            paragraph = document.createParagraph();
            if (!mark.isEmpty()) {
                write(mark);
                mark = "";
            }
            visitChildren(node);
        }

        @Override
        public void visit(BulletList list) {
            number = 0;
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            number = 1;
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            mark = number == 0 ? "• " : number++ + ". ";
            visitChildren(item);
        }

        @Override
        public void visit(StrongEmphasis node) {
            strong = true;
            visitChildren(node);
            strong = false;
        }

        @Override
        public void visit(Text text) {
            write(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            write(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            write(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            paragraph = document.createParagraph();
            write(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            paragraph.createRun().addBreak();
        }

        @Override
        public void visit(HardLineBreak node) {
            paragraph.createRun().addBreak();
        }

        private void write(String text) {
            run(paragraph, text, TEXT, strong);
        }
    }
}
