package gongkai.publication.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page on paper, with the glyphs that it needs inside: it looks the same where no Chinese font is installed. */
@ApplicationScoped
class Pdf {

    static {
        // It logs through a static switch of its own, and much.
        XRLog.setLoggingEnabled(false);
    }

    private static final String FAMILY = "Noto Sans SC";

    static final String REGULAR_FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final String BOLD_FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final HtmlPage page;
    private final PdfTextMapping copied;

    Pdf(HtmlPage page, PdfTextMapping copied) {
        this.page = page;
        this.copied = copied;
    }

    byte[] print(ReportModel report) {
        String html = page.forPaper(report);
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> font(REGULAR_FILE), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font(BOLD_FILE), FAMILY, BOLD, FontStyle.NORMAL, true);
        // All that the page needs is in it: nothing is fetched, wherever a link in the narrative points.
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html, null);
        builder.withProducer("Gongkai");
        try (var out = new ByteArrayOutputStream()) {
            builder.toStream(out);
            builder.run();
            return copied.asWritten(out.toByteArray(), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream font(String file) {
        return Pdf.class.getResourceAsStream(file);
    }
}
