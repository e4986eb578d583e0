package gongkai.publication.draft;

import static gongkai.chassis.security.Role.BUREAU_APPROVER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.json.Sha256;
import gongkai.chassis.problem.ProblemException;
import gongkai.publication.approval.Approval;
import gongkai.publication.approval.ApprovalProblem;
import gongkai.publication.approval.Approvals;
import gongkai.publication.approval.ValidApproval;
import gongkai.publication.edition.Edition;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReport;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class PublicationResource {

    @Schema(description = "An edition to publish.")
    record NewEdition(
            @NotNull
            @Pattern(regexp = "[0-9a-f]{64}")
            @Schema(description = "The hash that was approved; nothing else will be published.")
            String approved,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "王主任")
            String publishedBy,

            @Size(max = 2_000)
            @PlainText
            @Schema(
                    description = "Why there is another edition; a first one needs no reason.",
                    examples = "更正政务微信公开政府信息数")
            String reason,

            @Schema(description = "When everybody may read it; at once where it is left out.")
            Instant publishAt) {

        NewEdition {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    private final Reports reports;
    private final Drafts drafts;
    private final Approvals approvals;
    private final Editions editions;
    private final AuditLog auditLog;
    private final Clock clock;

    PublicationResource(
            Reports reports, Drafts drafts, Approvals approvals, Editions editions, AuditLog auditLog, Clock clock) {
        this.reports = reports;
        this.drafts = drafts;
        this.approvals = approvals;
        this.editions = editions;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_APPROVER)
    @Operation(
            operationId = "publishEdition",
            summary = "Publish the next edition, as it was approved",
            description = "The same request again publishes nothing more, and answers with the edition that there is.")
    @APIResponse(
            responseCode = "201",
            description = "Published, or to be published at the time that was asked for",
            headers = {
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "The edition's own address",
                        schema = @Schema(type = SchemaType.STRING, format = "uri")),
                @Header(name = HttpHeaders.ETAG, ref = "ETag")
            },
            content = @Content(schema = @Schema(implementation = PublishedReport.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was approved is published already",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PublishedReport.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "409", ref = "NotPublishable")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "EditionInvalid")
    public Response publish(@RestPath String report, @NotNull @Valid NewEdition asked, UriInfo uri) {
        Report locked = reports.getToChange(report);
        Approval approval = approvals
                .latest(report)
                .filter(latest -> latest.hash().equals(asked.approved))
                .orElseThrow(() -> new ProblemException(ApprovalProblem.NOT_APPROVED, report));
        Optional<Edition> latest = editions.latest(report);
        // Before any check: a retry after a time-out has succeeded already, whatever has changed since.
        if (latest.isPresent() && latest.get().restsOn(approval.id())) {
            return written(Response.ok(), latest.get(), uri);
        }

        Instant now = clock.instant();
        if (asked.publishAt != null && asked.publishAt.isBefore(now)) {
            throw new ProblemException(DraftProblem.TOO_EARLY, now);
        }
        Draft draft = drafts.of(locked);
        byte[] basis = drafts.basis(draft);
        var standing = ValidApproval.of(approval, Sha256.hex(basis), drafts.changes(approval, basis));
        List<PublicationObstacle> obstacles = draft.obstacles();
        if (!obstacles.isEmpty()) {
            throw new DraftNotPublishable(obstacles.get(0));
        }
        draft.mayBeApprovedBy(approval.approvedSubject(), approval.approvedBy());
        var edition = editions.publish(
                draft.publish(
                        standing,
                        asked.publishedBy,
                        asked.reason,
                        Optional.ofNullable(asked.publishAt).orElse(now),
                        now),
                approval.id());
        auditLog.append(locked.change(
                "/editions/" + edition.number(),
                asked.publishedBy,
                latest.map(former -> Map.<String, Object>of("edition", former.number(), "digest", former.digest()))
                        .orElse(null),
                Map.of("edition", edition.number(), "digest", edition.digest(), "approved", asked.approved),
                asked.reason));
        return written(Response.created(address(uri, edition)), edition, uri);
    }

    private static Response written(ResponseBuilder response, Edition edition, UriInfo uri) {
        return response.entity(edition.document())
                .tag(edition.digest())
                .contentLocation(address(uri, edition))
                .build();
    }

    private static URI address(UriInfo uri, Edition edition) {
        return uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}")
                .build(edition.report(), edition.number());
    }
}
