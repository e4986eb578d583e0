package gongkai.publication.approval;

import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.json.Sha256;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
import gongkai.publication.approval.Review.Outcome;
import gongkai.publication.approval.Review.WithheldSection;
import gongkai.publication.narrative.Narrative;
import gongkai.publication.narrative.NarrativeProblem;
import gongkai.publication.narrative.Narratives;
import gongkai.publication.report.PlainText;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/review")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class ReviewResource {

    @Schema(description = "What the review for secrecy came to.")
    record NewReview(
            @NotNull @Positive @Schema(description = "The revision of the text that was reviewed.", examples = "3")
            Long narrativeRevision,

            @NotNull Outcome outcome,

            @NotBlank
            @Size(max = 100)
            @PlainText
            @Schema(description = "The number of the paper that the review is filed under.", examples = "兴司密审〔2019〕12号")
            String ticket,

            @Size(max = 50) List<@NotNull @Valid WithheldSection> withheld,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "赵审")
            String reviewedBy) {

        NewReview {
            withheld = Objects.requireNonNullElse(withheld, List.of());
        }
    }

    private final Reports reports;
    private final Narratives narratives;
    private final Reviews reviews;
    private final AuditLog auditLog;
    private final Clock clock;
    private final CurrentUser currentUser;

    ReviewResource(
            Reports reports,
            Narratives narratives,
            Reviews reviews,
            AuditLog auditLog,
            Clock clock,
            CurrentUser currentUser) {
        this.reports = reports;
        this.narratives = narratives;
        this.reviews = reviews;
        this.auditLog = auditLog;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_REVIEWER)
    @Operation(
            operationId = "review",
            summary = "Say what the review for secrecy came to (先审查后公开)",
            description =
                    "It is of one revision of the text: a later text is to be reviewed anew. What may not be public is replaced "
                            + "by the reason.")
    @APIResponse(
            responseCode = "200",
            description = "The review",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "NarrativeNotWritten")
    @APIResponse(responseCode = "412", ref = "StaleRevision")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public ReviewView put(@RestPath String report, @NotNull @Valid NewReview found) {
        Report locked = reports.getToChange(report);
        Narrative narrative = narratives
                .findByIdOptional(report)
                .orElseThrow(() -> new ProblemException(NarrativeProblem.NARRATIVE_NOT_WRITTEN, report));
        if (narrative.revision() != found.narrativeRevision) {
            throw new ProblemException(
                    NarrativeProblem.STALE_REVISION, found.narrativeRevision.toString(), narrative.revision());
        }
        boolean inPart = found.outcome == Outcome.PUBLISH_IN_PART;
        int sections = narrative.sections().size();
        if (inPart == found.withheld.isEmpty()
                || found.withheld.stream().anyMatch(kept -> kept.section() >= sections)) {
            throw new ProblemException(ApprovalProblem.WITHHELD_UNCLEAR, sections);
        }
        var review = new Review(
                report,
                found.narrativeRevision,
                found.outcome,
                found.ticket,
                found.withheld,
                found.reviewedBy,
                currentUser.subject().orElseThrow(),
                clock.instant());
        reviews.persist(review);
        auditLog.append(locked.change(
                "/review",
                found.reviewedBy,
                null,
                Map.of(
                        "narrativeRevision",
                        found.narrativeRevision,
                        "outcome",
                        found.outcome.name().toLowerCase(Locale.ROOT),
                        "ticket",
                        found.ticket,
                        "withheld",
                        Sha256.ofJson(found.withheld)),
                null));
        return ReviewView.of(review);
    }
}
