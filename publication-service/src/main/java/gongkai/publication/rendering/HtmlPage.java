package gongkai.publication.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.publication.rendering.ReportModel.PrintedSection;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The report as a page: to be read on a telephone, to be printed, and to be heard. */
@ApplicationScoped
public class HtmlPage {

    private static final String STYLES = "/META-INF/resources/assets/report.css";

    private final Template template;

    HtmlPage(@Location("report.html") Template template) {
        this.template = template;
    }

    String forBrowsers(ReportModel report) {
        return page(report, "");
    }

    /** The same page with its styles inside, and without what paper does not need. */
    String forPaper(ReportModel report) {
        try (InputStream styles = HtmlPage.class.getResourceAsStream(STYLES)) {
            return page(report, new String(styles.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(ReportModel report, String styles) {
        return template.data("report", report).data("styles", styles).render();
    }

    /** In templates: {@code section.html}. */
    @TemplateExtension
    static String html(PrintedSection section) {
        return Markdown.html(section.text());
    }
}
