package gongkai.aggregation.analysis;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.TotalsProblem;
import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedResponse;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.total.Breakdown;
import gongkai.aggregation.total.Snapshots;
import gongkai.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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

/** The totals taken apart: by kind of unit, and one figure by unit. */
@Path("/v1/totals/{collection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class BreakdownResource {

    private final Collections collections;
    private final Snapshots snapshots;
    private final Access access;

    BreakdownResource(Collections collections, Snapshots snapshots, Access access) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.access = access;
    }

    @GET
    @Path("/by-kind")
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
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
        long found = collections.revision(collection, revision, access.toRead());
        return RevisionedResponse.of(found, request, () -> KindTotalsView.of(snapshots.breakdown(collection, found)));
    }

    @GET
    @Path("/indicators/{indicator}")
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
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
        long found = collections.revision(collection, revision, access.toRead());
        return RevisionedResponse.of(found, request, () -> {
            Breakdown breakdown = snapshots.breakdown(collection, found);
            Form form = breakdown.snapshot().document().form();
            Indicator asked = form.indicator(indicator)
                    .orElseThrow(() -> new ProblemException(TotalsProblem.INDICATOR_UNKNOWN, form.code(), indicator));
            return IndicatorTotalView.of(breakdown, asked);
        });
    }
}
