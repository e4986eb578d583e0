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

    private static final String FONTS = "/fonts/ttf/NotoSansSC/NotoSansSC-%s.ttf";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final HtmlPage page;

    Pdf(HtmlPage page) {
        this.page = page;
    }

    byte[] print(PrintedReport report) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.useFont(() -> font("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
            // All that the page needs is in it: nothing is fetched, wherever a link in the narrative points.
            builder.useUriResolver((base, uri) -> null);
            builder.withHtmlContent(page.forPaper(report), null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String weight) {
        return Pdf.class.getResourceAsStream(FONTS.formatted(weight));
    }
}
