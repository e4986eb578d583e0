package gongkai.publication.approval;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.PlainText;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/omissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class OmissionResource {

    @Schema(description = "Why the report goes out without a unit's figures; it is published with the report.")
    record NewOmission(
            @NotBlank @Size(max = 500) @PlainText @Schema(examples = "机构撤并，职能及数据已并入社区矫正科")
            String reason,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "李文")
            String statedBy) {}

    @Schema(
            name = "Omission",
            requiredProperties = {"unit", "reason", "statedBy", "statedAt"})
    record OmissionView(String unit, String reason, String statedBy, Instant statedAt) {

        static OmissionView of(Omission omission) {
            return new OmissionView(omission.unit(), omission.reason(), omission.statedBy(), omission.statedAt());
        }
    }

    @Schema(requiredProperties = "items")
    record OmissionList(List<OmissionView> items) {}

    private final Reports reports;
    private final Omissions omissions;
    private final AuditLog auditLog;
    private final Clock clock;

    OmissionResource(Reports reports, Omissions omissions, AuditLog auditLog, Clock clock) {
        this.reports = reports;
        this.omissions = omissions;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "listOmissions", summary = "The units that the report may go out without")
    @APIResponse(responseCode = "200", description = "The omissions, by unit")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public OmissionList list(@RestPath String report) {
        reports.get(report);
        return new OmissionList(
                omissions.of(report).stream().map(OmissionView::of).toList());
    }

    @PUT
    @Path("/{unit}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "omitUnit",
            summary = "Let the report go out without a unit's figures, and say why",
            description = "It matters only while the unit has not submitted.")
    @APIResponse(
            responseCode = "200",
            description = "The omission",
            content = @Content(schema = @Schema(implementation = OmissionView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public OmissionView put(@RestPath String report, @RestPath String unit, @NotNull @Valid NewOmission asked) {
        Report asking = reports.getToChange(report);
        if (asking.totals().units().stream().noneMatch(known -> known.code().equals(unit))) {
            throw new ProblemException(ApprovalProblem.UNIT_NOT_ON_ROSTER, report, unit);
        }
        Optional<Omission> known = omissions.findByIdOptional(new Omission.Key(report, unit));
        Map<String, Object> former = known.map(OmissionResource::summary).orElse(null);
        Omission omission = known.orElseGet(() -> {
            var made = new Omission(report, unit);
            made.state(asked.reason, asked.statedBy, clock.instant());
            omissions.persist(made);
            return made;
        });
        omission.state(asked.reason, asked.statedBy, clock.instant());
        if (!summary(omission).equals(former)) {
            auditLog.append(change(asking, unit, asked.statedBy, former, summary(omission), asked.reason));
        }
        return OmissionView.of(omission);
    }

    @DELETE
    @Path("/{unit}")
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(operationId = "revokeOmission", summary = "Wait for a unit's figures after all")
    @APIResponse(responseCode = "204", description = "There is no omission of this unit")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public void delete(@RestPath String report, @RestPath String unit) {
        Report asking = reports.getToChange(report);
        omissions.findByIdOptional(new Omission.Key(report, unit)).ifPresent(omission -> {
            omissions.delete(omission);
            auditLog.append(change(asking, unit, null, summary(omission), null, null));
        });
    }

    private static Map<String, Object> summary(Omission omission) {
        return Map.of("reason", omission.reason(), "by", omission.statedBy());
    }

    private static AuditedChange change(
            Report report,
            String unit,
            String by,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        return report.change("/omissions/" + unit, by, before, after, reason).concerning(unit);
    }
}
