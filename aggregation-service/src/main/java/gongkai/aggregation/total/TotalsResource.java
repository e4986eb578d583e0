package gongkai.aggregation.total;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.TotalsProblem;
import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedResponse;
import gongkai.aggregation.collection.Scope;
import gongkai.aggregation.live.ConsistencyToken;
import gongkai.aggregation.live.ReadYourWrites;
import gongkai.chassis.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/**
 * The bureau's totals. Reading them counts towards the limit of concurrent requests, also while it waits for a submission: most calls
 * do not wait, and these must stay limited. {@link ReadYourWrites} limits how many wait.
 */
@Path("/v1/totals/{collection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class TotalsResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final Collections collections;
    private final Snapshots snapshots;
    private final TotalsCache cache;
    private final TotalsHistory history;
    private final ReadYourWrites readYourWrites;
    private final Access access;

    TotalsResource(
            Collections collections,
            Snapshots snapshots,
            TotalsCache cache,
            TotalsHistory history,
            ReadYourWrites readYourWrites,
            Access access) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.cache = cache;
        this.history = history;
        this.readYourWrites = readYourWrites;
        this.access = access;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Blocking
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "getTotals",
            summary = "The bureau's totals",
            description =
                    "The latest, or as they were at an earlier revision or time. Figures are exact. As CSV, one figure a line: RFC 4180,"
                            + " UTF-8 with a byte order mark; text that a spreadsheet would take for a formula stands behind an"
                            + " apostrophe. A reader who must see what was just submitted sends the token that came with it.")
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
                    "/problems/malformed-request: the revision is no number, the time or the token is none, or several are asked for")
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/revision-unknown, /problems/no-totals-then")
    @APIResponse(responseCode = "406", description = "/problems/not-acceptable: neither JSON nor CSV")
    @APIResponse(
            responseCode = "503",
            description =
                    "/problems/totals-not-there-yet: not within the time that we wait; /problems/too-many-wait. Retry-After says when to"
                            + " ask again")
    public Uni<Response> totals(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(description = "The latest, unless another is asked for.") @RestQuery Long revision,
            @Parameter(
                            description = "Instead of a revision: the totals as they were at this time.",
                            example = "2019-01-31T10:00:00Z")
                    @RestQuery
                    Instant at,
            @Parameter(
                            description =
                                    "The Totals-Token that the submission-service gave: wait until the totals know of that"
                                            + " submission, for 10 seconds at most.",
                            example = "legal-aid-centre@3")
                    @RestQuery
                    String after,
            @Context HttpHeaders headers,
            @Context Request request) {
        if (Stream.of(revision, at, after).filter(Objects::nonNull).count() > 1) {
            throw new BadRequestException("one of revision, at and after");
        }
        // Read here: the response may be made by another thread, which has no request.
        Scope scope = access.toRead();
        Supplier<Response> response = () -> QuarkusTransaction.requiringNew()
                .call(() -> response(collection, revision(collection, revision, at, scope), headers, request));
        return after == null
                ? Uni.createFrom().item(response.get())
                : readYourWrites
                        .await(collection, ConsistencyToken.of(after), scope)
                        .map(arrived -> response.get());
    }

    private Response response(String collection, long revision, HttpHeaders headers, Request request) {
        ResponseBuilder response = wantsCsv(headers)
                ? RevisionedResponse.builder(
                        revision + ".csv", request, () -> csv(TotalsView.of(snapshots.breakdown(collection, revision))))
                : RevisionedResponse.builder(
                        Long.toString(revision),
                        request,
                        () -> Response.ok(cache.json(collection, revision), MediaType.APPLICATION_JSON_TYPE));
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private long revision(String collection, Long revision, Instant at, Scope scope) {
        if (at == null) {
            return collections.revision(collection, revision, scope);
        }
        collections.latest(collection, scope);
        return history.asOf(collection, at)
                .orElseThrow(() -> new ProblemException(
                        TotalsProblem.NO_TOTALS_THEN,
                        collection,
                        history.first(collection).asOf(),
                        at))
                .revision();
    }

    /** JSON if both are equally acceptable. */
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
}
