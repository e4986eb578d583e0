package gongkai.aggregation.analysis;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedResponse;
import gongkai.aggregation.total.Breakdown;
import gongkai.aggregation.total.Snapshot;
import gongkai.aggregation.total.Snapshots;
import gongkai.aggregation.total.Totals;
import gongkai.aggregation.total.TotalsHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/totals/{collection}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class FindingsResource {

    private final Collections collections;
    private final Snapshots snapshots;
    private final TotalsHistory history;
    private final Access access;

    FindingsResource(Collections collections, Snapshots snapshots, TotalsHistory history, Access access) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.history = history;
        this.access = access;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "getFindings",
            summary = "What is wrong, or worth a look, in the totals and in what the units brought to them",
            description =
                    "Rules of the form that the totals break, also those that look back at the bureau's totals of the period before where"
                            + " these are known; units far from what is usual among units of their kind (Tukey's outer fences: three"
                            + " interquartile ranges beyond the quartiles); and warnings that units were given, with their reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The findings; none where all is well",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision, and that of the period before where it is known",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FindingsView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revisions in If-None-Match")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public Response findings(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection, @Context Request request) {
        Breakdown breakdown = snapshots.breakdown(collection, collections.latest(collection, access.toRead()));
        Snapshot snapshot = breakdown.snapshot();
        Optional<Totals> before = history.before(snapshot.announcement(), snapshot.document());
        long revision = snapshot.totals().revision();
        return RevisionedResponse.builder(
                        before.map(totals -> "%d-%d".formatted(revision, totals.revision()))
                                .orElse(Long.toString(revision)),
                        request,
                        () -> Response.ok(FindingsView.of(breakdown, before)))
                .build();
    }
}
