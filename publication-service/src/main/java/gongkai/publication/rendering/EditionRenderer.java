package gongkai.publication.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.publication.edition.Edition;
import gongkai.publication.edition.PublishedReports;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Renders an edition in a format. Results are cached: setting a PDF takes a second, and everybody reads the same. */
@ApplicationScoped
public class EditionRenderer {

    private final PublishedReports published;
    private final HtmlPage page;
    private final Pdf pdf;

    EditionRenderer(PublishedReports published, HtmlPage page, Pdf pdf) {
        this.published = published;
        this.page = page;
        this.pdf = pdf;
    }

    /** @param digest of the edition's document */
    @CacheResult(cacheName = "printed")
    public byte[] print(@CacheKey String digest, @CacheKey Format format, Edition edition) {
        if (format == Format.JSON) {
            return edition.document();
        }
        var report = ReportModel.of(published.read(edition), digest);
        return switch (format) {
            case JSON -> edition.document();
            case HTML -> page.forBrowsers(report).getBytes(UTF_8);
            case CSV -> Csv.print(report);
            case XLSX -> Spreadsheet.print(report);
            case DOCX -> WordDocument.print(report);
            case PDF -> pdf.print(report);
        };
    }
}
