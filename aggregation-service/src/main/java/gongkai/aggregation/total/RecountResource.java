package gongkai.aggregation.total;

import static gongkai.aggregation.access.Role.AUDITOR;
import static gongkai.aggregation.access.Role.BUREAU_APPROVER;
import static gongkai.aggregation.access.Role.BUREAU_EDITOR;
import static gongkai.aggregation.access.Role.BUREAU_REVIEWER;

import gongkai.aggregation.access.Caller;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.trail.Deed;
import gongkai.aggregation.trail.Trail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/collections/{collection}/recount")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class RecountResource {

    private final Collections collections;
    private final Snapshots snapshots;
    private final Tally tally;
    private final Alarm alarm;
    private final Caller caller;
    private final Trail trail;

    RecountResource(
            Collections collections, Snapshots snapshots, Tally tally, Alarm alarm, Caller caller, Trail trail) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.tally = tally;
        this.alarm = alarm;
        this.caller = caller;
        this.trail = trail;
    }

    @POST
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "recount",
            summary = "Add everything up again, and compare",
            description =
                    "Changes nothing. The totals move with each submission; this proves that they have not gone astray.")
    @APIResponse(
            responseCode = "200",
            description = "The running totals equal the recount",
            content = @Content(schema = @Schema(implementation = RecountView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(
            responseCode = "500",
            description =
                    "/problems/totals-astray: they do not, and errors says where. The health group data is down, and the metric"
                            + " gongkai_totals_astray above 0, until a recount finds them equal")
    public RecountView recount(@Parameter(example = "xingqing-justice-2018") @RestPath String collection) {
        long revision = collections.latest(collection, caller.toRead());
        Breakdown breakdown = snapshots.breakdown(collection, revision);
        Snapshot snapshot = breakdown.snapshot();
        Figures recounted = tally.recount(snapshot.announcement(), breakdown.contributions());
        List<RecountView.Difference> differences = RecountView.differences(
                snapshot.document().form(), snapshot.totals().sums(), recounted);
        if (!differences.isEmpty()) {
            alarm.raise(collection, revision);
            // In a transaction of its own, as the alarm: this one ends in a refusal.
            QuarkusTransaction.requiringNew().run(() -> trail.append(deed(snapshot, revision, false)));
            throw new TotalsAstray(collection, revision, differences);
        }
        alarm.clear(collection);
        trail.append(deed(snapshot, revision, true));
        return new RecountView(collection, revision, true);
    }

    private static Deed deed(Snapshot snapshot, long revision, boolean equal) {
        return new Deed(
                snapshot.announcement().bureau().code(),
                null,
                "/v1/collections/%s/recount".formatted(snapshot.announcement().collection()),
                null,
                null,
                Map.of("revision", revision, "equal", equal),
                null);
    }
}
