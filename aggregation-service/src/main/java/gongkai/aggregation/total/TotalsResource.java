package gongkai.aggregation.total;

import static gongkai.aggregation.access.Role.AUDITOR;
import static gongkai.aggregation.access.Role.BUREAU_APPROVER;
import static gongkai.aggregation.access.Role.BUREAU_EDITOR;
import static gongkai.aggregation.access.Role.BUREAU_REVIEWER;

import gongkai.aggregation.access.Caller;
import gongkai.aggregation.access.Scope;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedAnswer;
import gongkai.aggregation.collection.Watch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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

@Path("/v1/collections/{collection}/totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class TotalsResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final Collections collections;
    private final Snapshots snapshots;
    private final WrittenTotals written;
    private final TotalsHistory history;
    private final Watch watch;
    private final Arrivals arrivals;
    private final Caller caller;

    TotalsResource(
            Collections collections,
            Snapshots snapshots,
            WrittenTotals written,
            TotalsHistory history,
            Watch watch,
            Arrivals arrivals,
            Caller caller) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.written = written;
        this.history = history;
        this.watch = watch;
        this.arrivals = arrivals;
        this.caller = caller;
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
                            + " apostrophe. A reader who would rather wait for news than be told that there is none sends Prefer: wait"
                            + " with If-None-Match. A reader who must see what was just submitted sends the token that came with it.")
    @APIResponse(
            responseCode = "200",
            description = "The totals with the units they cover",
            headers = {
                @Header(
                        name = "ETag",
                        description = "The totals' revision; of CSV, with .csv behind it",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Preference-Applied",
                        description = "wait, where we did",
                        schema = @Schema(type = SchemaType.STRING))
            },
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
                                            + " submission, for 10 seconds or as long as Prefer says.",
                            example = "legal-aid-centre@3")
                    @RestQuery
                    String after,
            @Parameter(
                            description =
                                    "wait=N: with If-None-Match, wait up to N seconds, 30 at most, for something new.",
                            example = "wait=5")
                    @HeaderParam("Prefer")
                    String prefer,
            @Context HttpHeaders headers,
            @Context Request request) {
        if (Stream.of(revision, at, after).filter(Objects::nonNull).count() > 1) {
            throw new BadRequestException("one of revision, at and after");
        }
        // Asked for now: who waits is answered on another thread, where nobody calls.
        Scope scope = caller.toRead();
        Supplier<Response> answer = () ->
                QuarkusTransaction.requiringNew().call(() -> answer(collection, revision, at, scope, headers, request));
        Optional<Duration> patience = Patience.of(prefer);
        if (after != null) {
            return arrivals.await(collection, Token.of(after), scope, patience).map(arrived -> answer.get());
        }
        if (patience.isEmpty() || revision != null || at != null) {
            return Uni.createFrom().item(answer.get());
        }
        // Before the answer, so that what arrives between the two is news.
        long known = QuarkusTransaction.requiringNew().call(() -> collections.latest(collection, scope));
        Response now = answer.get();
        return now.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                ? news(collection, known, patience.get(), answer, now)
                : Uni.createFrom().item(now);
    }

    private Uni<Response> news(
            String collection, long known, Duration patience, Supplier<Response> answer, Response nothingNew) {
        return watch.beyond(collection, known)
                .ifNoItem()
                .after(patience)
                .recoverWithItem((Long) null)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(news -> Response.fromResponse(news == null ? nothingNew : answer.get())
                        .header("Preference-Applied", "wait=" + patience.toSeconds())
                        .build());
    }

    private Response answer(
            String collection, Long revision, Instant at, Scope scope, HttpHeaders headers, Request request) {
        long found = revision(collection, revision, at, scope);
        ResponseBuilder answer = wantsCsv(headers)
                ? RevisionedAnswer.builder(
                        found + ".csv", request, () -> csv(TotalsView.of(snapshots.breakdown(collection, found))))
                : RevisionedAnswer.builder(
                        Long.toString(found),
                        request,
                        () -> Response.ok(written.of(collection, found), MediaType.APPLICATION_JSON_TYPE));
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private long revision(String collection, Long revision, Instant at, Scope scope) {
        if (at == null) {
            return collections.revision(collection, revision, scope);
        }
        collections.latest(collection, scope);
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
}
