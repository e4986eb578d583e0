package gongkai.publication.draft;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.json.Sha256;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
import gongkai.publication.approval.Approval;
import gongkai.publication.approval.ApprovalProblem;
import gongkai.publication.approval.ApprovalView;
import gongkai.publication.approval.Approvals;
import gongkai.publication.report.PlainText;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/approval")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class ApprovalResource {

    @Schema(description = "An approval of a draft as it stands.")
    record NewApproval(
            @NotNull
            @Pattern(regexp = "[0-9a-f]{64}")
            @Schema(description = "The hash of the draft that the approver has seen.")
            String hash,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "王主任")
            String approvedBy) {}

    private final Reports reports;
    private final Drafts drafts;
    private final Approvals approvals;
    private final AuditLog auditLog;
    private final Clock clock;
    private final CurrentUser currentUser;

    ApprovalResource(
            Reports reports,
            Drafts drafts,
            Approvals approvals,
            AuditLog auditLog,
            Clock clock,
            CurrentUser currentUser) {
        this.reports = reports;
        this.drafts = drafts;
        this.approvals = approvals;
        this.auditLog = auditLog;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getApproval", summary = "The latest approval, and what has changed since")
    @APIResponse(
            responseCode = "200",
            description = "The approval",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "409", ref = "NotPublishable")
    public ApprovalView get(@RestPath String report) {
        byte[] basis = drafts.basis(drafts.of(reports.get(report)));
        Approval approval =
                approvals.latest(report).orElseThrow(() -> new ProblemException(ApprovalProblem.NOT_APPROVED, report));
        return ApprovalView.of(approval, drafts.changes(approval, basis));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_APPROVER)
    @Operation(
            operationId = "approve",
            summary = "Approve the draft as it stands",
            description =
                    "The approval is of a hash: of the totals and every submission in them, the text, the form, the decisions, the "
                            + "omissions and the review. It is void as soon as any of these changes.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "409", ref = "NotPublishable")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public ApprovalView put(@RestPath String report, @NotNull @Valid NewApproval asked) {
        Report locked = reports.getToChange(report);
        Draft draft = drafts.of(locked);
        List<PublicationObstacle> obstacles = draft.obstacles();
        if (!obstacles.isEmpty()) {
            throw new DraftNotPublishable(obstacles.get(0));
        }
        byte[] basis = drafts.basis(draft);
        String hash = Sha256.hex(basis);
        if (!asked.hash.equals(hash)) {
            throw new DraftHasChanged(hash);
        }
        String subject = currentUser.subject().orElseThrow();
        draft.mayBeApprovedBy(subject, asked.approvedBy);
        Approval approval = approvals
                .latest(report)
                .filter(latest -> latest.hash().equals(hash) && latest.isBy(subject, asked.approvedBy))
                .orElseGet(() -> {
                    var made = new Approval(report, basis, asked.approvedBy, subject, clock.instant());
                    auditLog.append(locked.change(
                            "/approval",
                            asked.approvedBy,
                            approvals
                                    .latest(report)
                                    .map(former -> Map.<String, Object>of("hash", former.hash()))
                                    .orElse(null),
                            Map.of("hash", hash),
                            null));
                    approvals.persist(made);
                    return made;
                });
        return ApprovalView.of(approval, List.of());
    }
}
