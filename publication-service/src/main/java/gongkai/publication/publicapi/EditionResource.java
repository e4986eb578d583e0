package gongkai.publication.publicapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.chassis.problem.ProblemException;
import gongkai.publication.edition.EditionProblem;
import gongkai.publication.edition.EditionSummary;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.Withdrawal;
import gongkai.publication.edition.Withdrawals;
import gongkai.publication.publicapi.WithdrawalResource.WithdrawalView;
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
import java.util.List;
import java.util.Map;
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

/** The editions of a report: which there are, each as it was published, and its signature. */
// On the address of ReportsResource, so that a method which neither takes is 405 and not 404.
@Path("/v1/reports")
@Tag(name = "Report")
class EditionResource {

    private static final String ALL = "/{report: " + Report.CODE + "}/editions";

    private static final String ONE = ALL + "/{edition: [1-9][0-9]{0,8}}";

    /** An edition never changes: keep it for a year, which is as long as HTTP goes, and never ask. */
    private static final String KEEP = "public, max-age=31536000, immutable";

    private static final String JOSE = "application/jose";

    @Schema(requiredProperties = "items")
    record EditionList(List<ListedEdition> items) {}

    /** @param withdrawal null while it can be read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description = "An edition, and whether it was withdrawn.",
            requiredProperties = {"edition"})
    record ListedEdition(@JsonUnwrapped EditionSummary edition, WithdrawalView withdrawal) {}

    private final Editions editions;
    private final Withdrawals withdrawals;
    private final EditionResponses answers;

    EditionResource(Editions editions, Withdrawals withdrawals, EditionResponses answers) {
        this.editions = editions;
        this.withdrawals = withdrawals;
        this.answers = answers;
    }

    @GET
    @Path(ALL)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @PermitAll
    @Operation(operationId = "listEditions", summary = "The editions of a report, first one first")
    @APIResponse(responseCode = "200", description = "The editions, also withdrawn ones")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    public EditionList list(@RestPath String report) {
        List<EditionSummary> published = editions.of(report);
        if (published.isEmpty()) {
            throw new ProblemException(EditionProblem.NOT_PUBLISHED, report);
        }
        Map<Integer, Withdrawal> withdrawn = withdrawals.of(report);
        return new EditionList(published.stream()
                .map(edition -> new ListedEdition(
                        edition,
                        Optional.ofNullable(withdrawn.get(edition.edition()))
                                .map(WithdrawalView::of)
                                .orElse(null)))
                .toList());
    }

    @GET
    @Path(ONE)
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
            operationId = "getEdition",
            summary = "One edition, which never changes",
            description = "In the same formats as the report.")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The edition; as JSON byte for byte as it was published",
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
    public Response get(
            @RestPath String report, @RestPath int edition, HttpHeaders headers, Request request, UriInfo uri) {
        return answers.of(answers.readable(editions.get(report, edition)), Format.of(headers), KEEP, request, uri);
    }

    @GET
    @Path(ONE + "/signature")
    @Produces(JOSE)
    @Transactional
    @PermitAll
    @Operation(
            operationId = "getSignature",
            summary = "The signature of an edition: a detached JWS over its very bytes",
            description =
                    "RFC 7515, appendix F; EdDSA with the key that /.well-known/jwks.json has under its kid. Its header has "
                            + "SHA-256 of each part of the document, so that a changed one can be told where.")
    @APIResponse(
            responseCode = "200",
            description = "header..signature",
            content = @Content(mediaType = JOSE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "NotPublished")
    public String signature(@RestPath String report, @RestPath int edition) {
        return Optional.ofNullable(editions.get(report, edition).signature())
                .orElseThrow(() -> new ProblemException(EditionProblem.EDITION_NOT_PUBLISHED, report, edition));
    }
}
