package gongkai.submission.collection;

import static gongkai.chassis.security.Role.PLATFORM_ADMINISTRATOR;

import gongkai.chassis.audit.AuditLog;
import gongkai.submission.edit.SeenRevision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}/reports-to")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Upwards", description = "层层汇总上报: a bureau's totals become its submission in the collection above")
class ReportsToResource {

    @Schema(description = "Where the totals are to go, and who says so")
    record NewReportsTo(
            @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "xingqing-district-2018")
            String collection,

            @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "justice-bureau")
            String unit,

            @NotBlank @Size(max = 100) @Schema(examples = "王核")
            String changedBy) {}

    private final Collections collections;
    private final Announcements announcements;
    private final AuditLog auditLog;
    private final Access access;

    ReportsToResource(Collections collections, Announcements announcements, AuditLog auditLog, Access access) {
        this.collections = collections;
        this.announcements = announcements;
        this.auditLog = auditLog;
        this.access = access;
    }

    @PUT
    @Transactional
    @RolesAllowed(PLATFORM_ADMINISTRATOR)
    @Operation(
            operationId = "reportUpwards",
            summary = "Let the totals go up to another collection whenever this one is closed",
            description =
                    "The bureau is a unit there. Closing this collection accepts what was submitted; its totals are then submitted in the"
                            + " name of the person who closed it, as a new revision each time. The same again has no further effect.")
    @APIResponse(
            responseCode = "200",
            description = "So it is; the ETag is the collection's",
            content = @Content(schema = @Schema(implementation = ReportsTo.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "422", description = "/problems/reports-in-a-circle, /problems/invalid-request")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response report(
            @RestPath String collection,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NewReportsTo wanted) {
        Collection changed = collections.getToChange(collection, access.ofCollections());
        var above = new ReportsTo(wanted.collection, wanted.unit);
        if (!changed.reportsTo().equals(Optional.of(above))) {
            new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
            collections.mustNotReportTo(above.collection(), collection);
            Map<String, Object> previous = changed.summary();
            changed.reportTo(above);
            String what = "上报至 %s（%s）".formatted(above.collection(), above.unit());
            announcements.publishChange(changed, what, wanted.changedBy);
            auditLog.append(changed.audited(wanted.changedBy, previous));
        }
        return Response.ok(above).tag(SeenRevision.tag(changed.revision())).build();
    }

    @DELETE
    @Transactional
    @RolesAllowed(PLATFORM_ADMINISTRATOR)
    @Operation(operationId = "stopReportingUpwards", summary = "Let the totals go up no longer")
    @APIResponse(responseCode = "204", description = "They do not; what went up stays there")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response stop(
            @RestPath String collection,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "Why", required = true) @RestQuery @NotBlank @Size(max = 2_000) String reason,
            @Parameter(description = "Who", required = true, example = "王核") @RestQuery @NotBlank @Size(max = 100)
                    String changedBy) {
        Collection changed = collections.getToChange(collection, access.ofCollections());
        if (changed.reportsTo().isPresent()) {
            new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
            Map<String, Object> previous = changed.summary();
            changed.stopReporting();
            announcements.publishChange(changed, "停止上报", reason, changedBy);
            auditLog.append(changed.audited(changedBy, previous, reason));
        }
        return Response.noContent().tag(SeenRevision.tag(changed.revision())).build();
    }
}
