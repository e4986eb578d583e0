package gongkai.submission;

import static gongkai.submission.access.Role.AUDITOR;
import static gongkai.submission.access.Role.BUREAU_APPROVER;
import static gongkai.submission.access.Role.BUREAU_EDITOR;
import static gongkai.submission.access.Role.BUREAU_REVIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.access.Caller;
import gongkai.submission.access.Scope;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.language.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All submissions of a collection: the list of who has come how far, and many at once. */
@Path("/v1/collections/{collection}/submissions")
@Tag(name = "Submissions")
class CollectionSubmissionsResource {

    static final String NDJSON = "application/x-ndjson";

    record UnitStandingList(List<UnitStanding> items) {}

    /** The states a list can be narrowed to: those of a submission, and having none. */
    enum WantedState {
        @JsonProperty("missing")
        missing,
        @JsonProperty("draft")
        draft,
        @JsonProperty("submitted")
        submitted,
        @JsonProperty("returned")
        returned
    }

    private final Collections collections;
    private final UnitStandings standings;
    private final Bulk bulk;
    private final Caller caller;

    CollectionSubmissionsResource(Collections collections, UnitStandings standings, Bulk bulk, Caller caller) {
        this.collections = collections;
        this.standings = standings;
        this.bulk = bulk;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "listUnits",
            summary = "The units of a collection and how far they have come, page by page")
    @APIResponse(
            responseCode = "200",
            description = "A page; its Link header with rel=next leads to the next one",
            content = @Content(schema = @Schema(implementation = UnitStandingList.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public Response list(
            @RestPath String collection,
            @RestQuery @Parameter(description = "Only units whose submission is in this state") WantedState state,
            @RestQuery @Parameter(description = "Only units of this kind") String kind,
            @RestQuery @Parameter(description = "Only units that were late, or only those that were not") Boolean late,
            @RestQuery("q") @Size(max = 100) @Parameter(description = "Only units with this in their code or name")
                    String words,
            @RestQuery @DefaultValue("") @Parameter(description = "Begin behind this unit") String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            UriInfo uri) {
        Collection asking = collections.get(collection, caller.toRead());
        String wanted = state == null ? null : state.name().toUpperCase(Locale.ROOT);
        var filter = new UnitStandings.Filter(wanted, kind, late, words);
        List<UnitStanding> found = standings.after(collection, asking.isClosed(), after, filter, limit + 1);
        List<UnitStanding> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(new UnitStandingList(page));
        if (found.size() > limit) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.get(limit - 1).code())
                    .replaceQueryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "reportMany",
            summary = "Report the figures of many units, one a line",
            description =
                    "Each line is a unit's submission with its code as `unit`, and, for a change, the revision it was made on as"
                            + " `seen`. Each is answered with a line, in order, as soon as it is stored or refused; a line that is refused"
                            + " leaves the others alone. What was stored and is sent again has no further effect.")
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BulkLine.class)))
    @APIResponse(
            responseCode = "200",
            description = "An answer a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BulkAnswer.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public StreamingOutput reportMany(@RestPath String collection, InputStream lines, HttpHeaders headers) {
        Scope scope = caller.toReport();
        collections.get(collection, scope);
        return answers -> bulk.take(scope, collection, lines, answers, Language.of(headers));
    }
}
