package gongkai.aggregation.total;

import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedAnswer;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import io.quarkus.logging.Log;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class TotalsResource {

    @Schema(name = "Findings")
    record FindingsView(
            @Schema(examples = "xingqing-justice-2018") String collection,

            @Schema(examples = "7", description = "Of the totals.")
            long revision,

            List<FindingView> findings) {

        static FindingsView of(Snapshot snapshot) {
            return new FindingsView(
                    snapshot.announcement().collection(),
                    snapshot.totals().revision(),
                    snapshot.findings().stream().map(FindingView::of).toList());
        }
    }

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final Collections collections;
    private final Snapshots snapshots;
    private final TotalsHistory history;
    private final Tally tally;

    TotalsResource(Collections collections, Snapshots snapshots, TotalsHistory history, Tally tally) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.history = history;
        this.tally = tally;
    }

    @GET
    @Path("/totals")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Transactional
    @Operation(
            operationId = "getTotals",
            summary = "The bureau's totals",
            description =
                    "The latest, or as they were at an earlier revision or time. Figures are exact. As CSV, one figure a line: RFC 4180,"
                            + " UTF-8 with a byte order mark; text that a spreadsheet would take for a formula stands behind an"
                            + " apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The totals with the units they cover",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision; of CSV, with .csv behind it",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TotalsView.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revision in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description =
                    "/problems/malformed-request: the revision is no number, the time is none, or both are asked for")
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/revision-unknown, /problems/no-totals-then")
    @APIResponse(responseCode = "406", description = "/problems/not-acceptable: neither JSON nor CSV")
    public Response totals(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(description = "The latest, unless another is asked for.") @RestQuery Long revision,
            @Parameter(
                            description = "Instead of a revision: the totals as they were at this time.",
                            example = "2019-01-31T10:00:00Z")
                    @RestQuery
                    Instant at,
            @Context HttpHeaders headers,
            @Context Request request) {
        long found = revision(collection, revision, at);
        Supplier<TotalsView> totals = () -> TotalsView.of(snapshots.breakdown(collection, found));
        ResponseBuilder answer = wantsCsv(headers)
                ? RevisionedAnswer.builder(found + ".csv", request, () -> csv(totals.get()))
                : RevisionedAnswer.builder(
                        Long.toString(found),
                        request,
                        () -> Response.ok(totals.get(), MediaType.APPLICATION_JSON_TYPE));
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private long revision(String collection, Long revision, Instant at) {
        if (at == null) {
            return collections.revision(collection, revision);
        }
        if (revision != null) {
            throw new BadRequestException("a revision or a time, not both");
        }
        collections.latest(collection);
        return history.asOf(collection, at)
                .orElseThrow(() -> new NoTotalsThen(
                        collection, at, history.first(collection).asOf()))
                .revision();
    }

    /** JSON where a caller likes both as well. */
    private static boolean wantsCsv(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CSV_TYPE))
                .findFirst()
                .map(preferred -> !preferred.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    private static ResponseBuilder csv(TotalsView totals) {
        return Response.ok(TotalsCsv.of(totals.figures()), CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-totals-%d.csv\"".formatted(totals.collection(), totals.revision()));
    }

    @GET
    @Path("/totals/by-kind")
    @Transactional
    @Operation(operationId = "getTotalsByKind", summary = "The totals by kind of unit")
    @APIResponse(
            responseCode = "200",
            description = "The subtotals of each kind of unit on the roster",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = KindTotalsView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revision in If-None-Match")
    @APIResponse(responseCode = "400", description = "/problems/malformed-request: the revision is no number")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/revision-unknown")
    public Response byKind(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(description = "The latest, unless another is asked for.") @RestQuery Long revision,
            @Context Request request) {
        long found = collections.revision(collection, revision);
        return RevisionedAnswer.of(found, request, () -> KindTotalsView.of(snapshots.breakdown(collection, found)));
    }

    @GET
    @Path("/totals/{indicator}")
    @Transactional
    @Operation(operationId = "getIndicatorTotal", summary = "One figure of the totals, and who contributed what to it")
    @APIResponse(
            responseCode = "200",
            description = "The figure and its contributions",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = IndicatorTotalView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revision in If-None-Match")
    @APIResponse(responseCode = "400", description = "/problems/malformed-request: the revision is no number")
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/revision-unknown, /problems/indicator-unknown")
    public Response indicator(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(example = "1.1") @RestPath String indicator,
            @Parameter(description = "The latest, unless another is asked for.") @RestQuery Long revision,
            @Context Request request) {
        long found = collections.revision(collection, revision);
        return RevisionedAnswer.of(found, request, () -> {
            Breakdown breakdown = snapshots.breakdown(collection, found);
            Form form = breakdown.snapshot().document().form();
            Indicator asked = form.indicator(indicator).orElseThrow(() -> new IndicatorUnknown(indicator, form.code()));
            return IndicatorTotalView.of(breakdown, asked);
        });
    }

    @GET
    @Path("/findings")
    @Transactional
    @Operation(operationId = "getFindings", summary = "The rules of the form that the totals break")
    @APIResponse(
            responseCode = "200",
            description = "The findings in the form's order; none where the totals are consistent",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FindingsView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revision in If-None-Match")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public Response findings(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection, @Context Request request) {
        long found = collections.latest(collection);
        return RevisionedAnswer.of(found, request, () -> FindingsView.of(snapshots.at(collection, found)));
    }

    @POST
    @Path("/recount")
    @Transactional
    @Operation(
            operationId = "recount",
            summary = "Add everything up again, and compare",
            description =
                    "Changes nothing. The totals move with each submission; this proves that they have not gone astray.")
    @APIResponse(
            responseCode = "200",
            description = "Whether the running totals equal the recount, and where they do not",
            content = @Content(schema = @Schema(implementation = RecountView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public RecountView recount(@Parameter(example = "xingqing-justice-2018") @RestPath String collection) {
        long revision = collections.latest(collection);
        Breakdown breakdown = snapshots.breakdown(collection, revision);
        Snapshot snapshot = breakdown.snapshot();
        Figures recounted = tally.recount(snapshot.announcement(), breakdown.contributions());
        var result = RecountView.of(
                collection,
                revision,
                snapshot.document().form(),
                snapshot.totals().figures(),
                recounted);
        if (!result.equal()) {
            Log.errorf("The totals of %s have gone astray: %s", collection, result);
        }
        return result;
    }
}
