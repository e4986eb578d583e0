package gongkai.publication.rendering;

import gongkai.publication.edition.Correction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The report as offices file it. */
final class WordDocument {

    /** 仿宋 is what documents of Chinese offices are set in (GB/T 9704); where it is missing, the reader's program takes another. */
    private static final String FONT = "仿宋";

    private static final int TITLE = 18;
    private static final int HEADING = 14;
    static final int TEXT = 12;
    static final int CELL = 9;

    // A4 with an inch of margin, in twentieths of a point.
    private static final int PAGE_WIDTH = 11_906;
    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = 1_440;
    private static final int SPACE = 240;
    static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private final XWPFDocument document;
    private final ReportModel report;

    private WordDocument(XWPFDocument document, ReportModel report) {
        this.document = document;
        this.report = report;
    }

    static byte[] print(ReportModel report) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            new WordDocument(document, report).write();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        layPages();
        document.getProperties().getCoreProperties().setTitle(report.title());
        centred(report.title(), TITLE, true);
        centred(
                "第%d版　%s发布　统计期限%s".formatted(report.report().edition(), report.publishedOn(), report.period()),
                TEXT,
                false);
        Optional.ofNullable(report.report().correction()).ifPresent(this::write);
        report.sections().forEach(section -> {
            heading(section.heading());
            Markdown.read(section.text()).accept(new WordParagraphs(document));
            section.tables().forEach(this::write);
        });
        if (!report.report().omissions().isEmpty()) {
            heading("未包含数据的单位");
            report.report().omissions().forEach(omitted -> text("%s：%s".formatted(omitted.name(), omitted.reason())));
        }
        report.tablesAtTheEnd().forEach(this::write);
        if (!report.notes().isEmpty()) {
            heading("数据说明");
            report.notes().forEach(note -> {
                text("“%s”".formatted(note.sentence()));
                note.meanings().forEach(meaning -> text("　　" + meaning));
            });
        }
        text("%s　%s"
                .formatted(
                        report.report().bureau().name(), report.report().form().authority()));
        text("文件摘要（SHA-256）：" + report.digest());
    }

    private void layPages() {
        CTSectPr pages = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = pages.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = pages.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
    }

    private void write(Correction correction) {
        heading("更正公告");
        text("本版更正第%d版。理由：%s".formatted(correction.of(), report.report().reason()));
        correction
                .figures()
                .forEach(change ->
                        text("%s：%s → %s".formatted(change.label().zh(), figure(change.from()), figure(change.to()))));
        correction.paragraphs().forEach(change -> {
            change.from().forEach(line -> text("%s，原文：%s".formatted(change.section(), line)));
            change.to().forEach(line -> text("%s，更正为：%s".formatted(change.section(), line)));
        });
    }

    private static String figure(BigDecimal figure) {
        return figure == null ? "无" : figure.toPlainString();
    }

    private void write(PrintedTable table) {
        heading(table.title());
        WordTable.write(document, table);
    }

    private void centred(String text, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, size, bold);
    }

    /** It stands in the document's outline, which programs show beside the pages and read out. */
    private void heading(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        CTPPr layout = paragraph.getCTP().addNewPPr();
        layout.addNewKeepNext();
        layout.addNewSpacing().setBefore(BigInteger.valueOf(SPACE));
        layout.addNewOutlineLvl().setVal(BigInteger.ZERO);
        run(paragraph, text, HEADING, true);
    }

    private void text(String text) {
        run(document.createParagraph(), text, TEXT, false);
    }

    static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }
}
