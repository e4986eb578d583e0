package gongkai.aggregation.recount;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.total.Breakdown;
import gongkai.aggregation.total.Snapshot;
import gongkai.aggregation.total.Snapshots;
import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
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

@Path("/v1/totals/{collection}/recount")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class RecountResource {

    private final Collections collections;
    private final Snapshots snapshots;
    private final RecountAlert alert;
    private final Access access;
    private final AuditLog auditLog;

    RecountResource(
            Collections collections, Snapshots snapshots, RecountAlert alert, Access access, AuditLog auditLog) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.alert = alert;
        this.access = access;
        this.auditLog = auditLog;
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
        long revision = collections.latest(collection, access.toRead());
        Breakdown breakdown = snapshots.breakdown(collection, revision);
        Snapshot snapshot = breakdown.snapshot();
        Figures recounted = breakdown.recount();
        List<RecountView.Difference> differences = RecountView.differences(
                snapshot.document().form(), snapshot.totals().sums(), recounted);
        if (!differences.isEmpty()) {
            alert.raise(collection, revision);
            // In a transaction of its own, as the alert: this one is rolled back.
            QuarkusTransaction.requiringNew().run(() -> auditLog.append(change(snapshot, revision, false)));
            throw new TotalsMismatch(collection, revision, differences);
        }
        alert.clear(collection);
        auditLog.append(change(snapshot, revision, true));
        return new RecountView(collection, revision, true);
    }

    private static AuditedChange change(Snapshot snapshot, long revision, boolean equal) {
        return new AuditedChange(
                snapshot.announcement().bureau().code(),
                null,
                "/v1/totals/%s/recount".formatted(snapshot.announcement().collection()),
                null,
                null,
                Map.of("revision", revision, "equal", equal),
                null);
    }
}
