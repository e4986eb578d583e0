package gongkai.submission.progress;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The units of a collection with the state of their submissions. */
@Path("/v1/collections/{collection}/submissions")
@Tag(name = "Submissions")
class UnitReportStatusResource {

    @Schema(name = "UnitStandingList")
    record UnitReportStatusList(List<UnitReportStatus> items) {}

    /** The states to filter by: those of a submission, and none. */
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
    private final UnitReportStatuses statuses;
    private final Access access;

    UnitReportStatusResource(Collections collections, UnitReportStatuses statuses, Access access) {
        this.collections = collections;
        this.statuses = statuses;
        this.access = access;
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
            content = @Content(schema = @Schema(implementation = UnitReportStatusList.class)))
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
        Collection requested = collections.get(collection, access.toRead());
        String wanted = state == null ? null : state.name().toUpperCase(Locale.ROOT);
        var filter = new UnitReportStatuses.Filter(wanted, kind, late, words);
        List<UnitReportStatus> found = statuses.after(collection, requested.isClosed(), after, filter, limit + 1);
        List<UnitReportStatus> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(new UnitReportStatusList(page));
        if (found.size() > limit) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.get(limit - 1).code())
                    .replaceQueryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }
}
