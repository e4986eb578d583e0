package gongkai.publication.publicapi;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.edition.Edition;
import gongkai.publication.edition.EditionProblem;
import gongkai.publication.edition.EditionWithdrawn;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.Withdrawal;
import gongkai.publication.edition.Withdrawals;
import gongkai.publication.rendering.Format;
import gongkai.publication.report.Report;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The latest edition of a report for the public, in every format. */
// On the address of ReportsResource, so that a method which neither takes is 405 and not 404.
@Path("/v1/reports")
@Tag(name = "Report")
class ReportResource {

    /** A newer edition may replace it at any moment, and any may be withdrawn: keep it, but ask each time. */
    private static final String ASK_EACH_TIME = "no-cache";

    private final Editions editions;
    private final Withdrawals withdrawals;
    private final EditionResponses answers;
    private final Clock clock;

    ReportResource(Editions editions, Withdrawals withdrawals, EditionResponses answers, Clock clock) {
        this.editions = editions;
        this.withdrawals = withdrawals;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Path("/{report: " + Report.CODE + "}")
    @Produces({
        MediaType.APPLICATION_JSON,
        Format.HTML_TYPE,
        Format.CSV_TYPE,
        Format.XLSX_TYPE,
        Format.DOCX_TYPE,
        Format.PDF_TYPE
    })
    @Transactional
    @PermitAll
    @Operation(
            operationId = "getReport",
            summary = "The report: its latest edition",
            description = "As JSON, HTML, CSV, XLSX, DOCX or PDF, by Accept or by a suffix: …/reports/{report}.pdf.")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The latest edition; as JSON byte for byte as it was published",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PublishedReport.class),
                        examples = @ExampleObject(name = "edition", ref = "Edition")),
                @Content(mediaType = Format.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Format.DOCX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Format.PDF_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    @APIResponse(responseCode = "410", ref = "EditionWithdrawn")
    public Response latest(
            @RestPath String report,
            @RestQuery @Parameter(description = "A number: that edition instead of the latest.", example = "1")
                    Integer edition,
            @RestQuery
                    @Parameter(
                            description = "An instant: the edition that could be read then.",
                            example = "2019-03-01T00:00:00Z")
                    Instant at,
            HttpHeaders headers,
            Request request,
            UriInfo uri) {
        Format format = Format.of(headers);
        if (edition != null) {
            return answers.of(answers.readable(editions.get(report, edition)), format, ASK_EACH_TIME, request, uri);
        }
        Optional<Edition> then = editions.publicAt(report, at == null ? clock.instant() : earlier(at, clock.instant()));
        return answers.of(then.orElseThrow(() -> absence(report)), format, ASK_EACH_TIME, request, uri);
    }

    /** Nobody reads what is yet to come. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** It was withdrawn, or never existed. Whether somebody is at work on it is not told. */
    private RuntimeException absence(String report) {
        Map<Integer, Withdrawal> withdrawn = withdrawals.of(report);
        return editions.of(report).stream()
                .map(edition -> withdrawn.get(edition.edition()))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Withdrawal::withdrawnAt))
                .<RuntimeException>map(EditionWithdrawn::new)
                .orElseGet(() -> new ProblemException(EditionProblem.NOT_PUBLISHED, report));
    }
}
