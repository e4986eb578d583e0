package gongkai.publication.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.publication.edition.Edition;
import gongkai.publication.edition.EditionSummary;
import gongkai.publication.edition.EditionWithdrawn;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.NotPublished;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.Withdrawal;
import gongkai.publication.edition.Withdrawals;
import gongkai.publication.language.PlainText;
import gongkai.publication.rendering.Format;
import gongkai.publication.rendering.Printer;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
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
import org.jboss.resteasy.reactive.RestQuery;

/** What the public reads of one report: its editions, in every format that they are printed in. */
// On the address of ReportsResource, so that a method which neither takes is 405 and not 404.
@Path("/v1/reports")
@Tag(name = "Report")
class ReportResource {

    private static final String ONE = "/{report: " + Report.CODE + "}";

    /** A newer edition may replace it at any moment, and any may be withdrawn: keep it, but ask each time. */
    private static final String ASK_EACH_TIME = "no-cache";

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

    @Schema(
            name = "Withdrawal",
            requiredProperties = {"reason", "withdrawnAt"})
    record WithdrawalView(String reason, Instant withdrawnAt) {

        static WithdrawalView of(Withdrawal withdrawal) {
            return new WithdrawalView(withdrawal.reason(), withdrawal.withdrawnAt());
        }
    }

    @Schema(description = "Why an edition is not to be read any more.")
    record NewWithdrawal(
            @NotBlank @Size(max = 2_000) @PlainText @Schema(examples = "误公开第三方个人信息")
            String reason,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "王主任")
            String withdrawnBy) {}

    private final Reports reports;
    private final Editions editions;
    private final Withdrawals withdrawals;
    private final Printer printer;
    private final Clock clock;

    ReportResource(Reports reports, Editions editions, Withdrawals withdrawals, Printer printer, Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.withdrawals = withdrawals;
        this.printer = printer;
        this.clock = clock;
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
            return read(readable(editions.get(report, edition)), format, ASK_EACH_TIME, request, uri);
        }
        Optional<Edition> then = editions.publicAt(report, at == null ? clock.instant() : earlier(at, clock.instant()));
        return read(then.orElseThrow(() -> absence(report)), format, ASK_EACH_TIME, request, uri);
    }

    /** Nobody reads what is yet to come. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Why there is nothing to read: it never was, or it was withdrawn. */
    private RuntimeException absence(String report) {
        return withdrawals.of(report).values().stream()
                .max(Comparator.comparing(Withdrawal::withdrawnAt))
                .<RuntimeException>map(EditionWithdrawn::new)
                .orElseGet(() -> {
                    reports.get(report);
                    return new NotPublished(report);
                });
    }

    @GET
    @Path(ONE + "/editions")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "listEditions", summary = "The editions of a report, first one first")
    @APIResponse(
            responseCode = "200",
            description = "The editions, also withdrawn ones; none before the first is published")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public EditionList list(@RestPath String report) {
        reports.get(report);
        Map<Integer, Withdrawal> withdrawn = withdrawals.of(report);
        return new EditionList(editions.of(report).stream()
                .map(edition -> new ListedEdition(
                        edition,
                        Optional.ofNullable(withdrawn.get(edition.edition()))
                                .map(WithdrawalView::of)
                                .orElse(null)))
                .toList());
    }

    @GET
    @Path(ONE + "/editions/{edition: [1-9][0-9]{0,8}}")
    @Produces({
        MediaType.APPLICATION_JSON,
        Format.HTML_TYPE,
        Format.CSV_TYPE,
        Format.XLSX_TYPE,
        Format.DOCX_TYPE,
        Format.PDF_TYPE
    })
    @Transactional
    @Operation(
            operationId = "getEdition",
            summary = "One edition, which never changes",
            description = "In the same formats as the report.")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The edition; as JSON byte for byte as it was published",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishedReport.class),
                            examples = @ExampleObject(name = "edition", ref = "Edition")))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    @APIResponse(responseCode = "410", ref = "EditionWithdrawn")
    public Response get(
            @RestPath String report, @RestPath int edition, HttpHeaders headers, Request request, UriInfo uri) {
        return read(readable(editions.get(report, edition)), Format.of(headers), KEEP, request, uri);
    }

    @GET
    @Path(ONE + "/editions/{edition: [1-9][0-9]{0,8}}/signature")
    @Produces(JOSE)
    @Transactional
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
                .orElseThrow(() -> new NotPublished(report, edition));
    }

    @POST
    @Path(ONE + "/editions/{edition: [1-9][0-9]{0,8}}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "withdrawEdition",
            summary = "Withdraw an edition",
            description =
                    "It is not to be read any more; that there was one, and why it went, stays to be seen. The same again changes "
                            + "nothing. An edition under embargo can be withdrawn before its time.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = WithdrawalView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public WithdrawalView withdraw(
            @RestPath String report, @RestPath int edition, @NotNull @Valid NewWithdrawal asked) {
        reports.getToChange(report);
        return WithdrawalView.of(
                withdrawals.withdraw(report, edition, asked.reason.strip(), asked.withdrawnBy, clock.instant()));
    }

    private Edition readable(Edition edition) {
        withdrawals.of(edition).ifPresent(withdrawal -> {
            throw new EditionWithdrawn(withdrawal);
        });
        return edition;
    }

    private Response read(Edition edition, Format format, String keep, Request request, UriInfo uri) {
        var tag = new EntityTag(format.tag(edition.digest()));
        var published = Date.from(edition.publishedAt());
        ResponseBuilder unchanged = request.evaluatePreconditions(published, tag);
        ResponseBuilder answer = unchanged == null
                ? Response.ok(printer.print(edition.digest(), format, edition), format.type())
                : unchanged;
        return answer.tag(tag)
                .lastModified(published)
                .contentLocation(address(uri, edition, format))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, keep)
                .build();
    }

    private static URI address(UriInfo uri, Edition edition, Format format) {
        return uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}" + format.suffix())
                .build(edition.report(), edition.number());
    }
}
