package gongkai.publication.edition;

import gongkai.publication.language.PlainText;
import gongkai.publication.narrative.Narratives;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.util.List;
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

@Path("/v1/reports/{report: " + Report.CODE + "}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report")
class EditionResource {

    /** A newer edition may replace it at any moment: keep it, but ask each time. */
    private static final String ASK_EACH_TIME = "no-cache";

    /** An edition never changes: keep it for a year, which is as long as HTTP goes, and never ask. */
    private static final String KEEP = "public, max-age=31536000, immutable";

    @Schema(description = "An edition to publish.")
    record NewEdition(
            @NotNull
            @Positive
            @Schema(description = "The totals that are to be published; no others will be.", examples = "22")
            Long totalsRevision,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "王主任")
            String publishedBy,

            @Size(max = 2_000)
            @PlainText
            @Schema(
                    description = "Why there is another edition; a first one needs no reason.",
                    examples = "更正政务微信公开政府信息数")
            String reason) {

        NewEdition {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    @Schema(requiredProperties = "items")
    record EditionList(List<EditionSummary> items) {}

    private final Reports reports;
    private final Narratives narratives;
    private final Editions editions;
    private final Clock clock;

    EditionResource(Reports reports, Narratives narratives, Editions editions, Clock clock) {
        this.reports = reports;
        this.narratives = narratives;
        this.editions = editions;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "getReport", summary = "The report: its latest edition")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The latest edition, byte for byte as it was published",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = PublishedReport.class),
                            examples = @ExampleObject(name = "edition", ref = "Edition")))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    public Response latest(@RestPath String report, Request request, UriInfo uri) {
        Optional<Edition> latest = editions.latest(report);
        if (latest.isEmpty()) {
            reports.get(report);
            throw new NotPublished(report);
        }
        return read(latest.get(), request)
                .contentLocation(address(uri, latest.get()))
                .header(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME)
                .build();
    }

    @GET
    @Path("/editions")
    @Transactional
    @Operation(operationId = "listEditions", summary = "The editions of a report, first one first")
    @APIResponse(responseCode = "200", description = "The editions; none before the first is published")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public EditionList list(@RestPath String report) {
        reports.get(report);
        return new EditionList(editions.of(report));
    }

    @GET
    @Path("/editions/{edition: [1-9][0-9]{0,8}}")
    @Transactional
    @Operation(operationId = "getEdition", summary = "One edition, which never changes")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The edition, byte for byte as it was published",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = PublishedReport.class),
                            examples = @ExampleObject(name = "edition", ref = "Edition")))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    public Response get(@RestPath String report, @RestPath int edition, Request request) {
        return read(editions.get(report, edition), request)
                .header(HttpHeaders.CACHE_CONTROL, KEEP)
                .build();
    }

    @POST
    @Path("/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "publishEdition",
            summary = "Publish the next edition",
            description = "The same request again publishes nothing more, and answers with the edition that there is.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            headers = {
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "The edition's own address",
                        schema = @Schema(type = SchemaType.STRING, format = "uri")),
                @Header(name = HttpHeaders.ETAG, ref = "ETag")
            },
            content = @Content(schema = @Schema(implementation = PublishedReport.class)))
    @APIResponse(
            responseCode = "200",
            description = "The latest edition has these totals and this narrative already",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PublishedReport.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "409", ref = "NotPublishable")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "EditionInvalid")
    public Response publish(@RestPath String report, @NotNull @Valid NewEdition asked, UriInfo uri) {
        var totals = reports.lock(report)
                .orElseThrow(() -> new TotalsNotArrived(asked.totalsRevision, 0))
                .totals();
        Optional<Edition> latest = editions.latest(report);
        Draft draft = Draft.of(totals, narratives.findByIdOptional(report), latest);
        // Before any check: whoever sends the same again after a time-out has what they wanted, whatever came since.
        if (latest.isPresent() && latest.get().says(asked.totalsRevision, draft.narrativeRevision())) {
            return written(Response.ok(), latest.get(), uri);
        }

        var edition =
                editions.publish(draft.publish(asked.totalsRevision, asked.publishedBy, asked.reason, clock.instant()));
        return written(Response.created(address(uri, edition)), edition, uri);
    }

    private static ResponseBuilder read(Edition edition, Request request) {
        var tag = new EntityTag(edition.digest());
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(edition.document()) : unchanged).tag(tag);
    }

    private static Response written(ResponseBuilder response, Edition edition, UriInfo uri) {
        return response.entity(edition.document())
                .tag(edition.digest())
                .contentLocation(address(uri, edition))
                .build();
    }

    private static URI address(UriInfo uri, Edition edition) {
        return uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}")
                .build(edition.report(), edition.number());
    }
}
