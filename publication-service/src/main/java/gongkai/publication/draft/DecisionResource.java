package gongkai.publication.draft;

import static gongkai.chassis.security.Role.BUREAU_EDITOR;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.json.Sha256;
import gongkai.publication.finding.Decision;
import gongkai.publication.finding.Decision.Ruling;
import gongkai.publication.finding.Decisions;
import gongkai.publication.report.PlainText;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The author's decisions about numbers and contradictions of a draft's text. */
@Path("/v1/reports/{report: " + Report.CODE + "}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class DecisionResource {

    private static final String SUBJECT = "(number|finding)-[0-9a-f]{16}";

    /** @param subject the id of a number or of a contradiction */
    @Schema(description = "What a number or a contradiction is.")
    record NewDecision(
            @NotNull @Pattern(regexp = SUBJECT) @Schema(examples = "number-9f86d081884c7d65")
            String subject,

            @NotNull Decision.Kind kind,

            @Size(max = 100) @Schema(description = "Of kind indicator: which one.", examples = "1.2.4")
            String indicator,

            @Size(min = 1, max = 10)
            @Schema(
                    description = "Of kind scope: the cells whose sum it is; one with - before it is subtracted.",
                    examples = "[\"4\", \"-4.3\"]")
            List<@NotBlank @Size(max = 101) String> scope,

            @Size(max = 500)
            @PlainText
            @Schema(
                    description = "For readers; of kinds outside and explained it is needed.",
                    examples = "宣传信息，不属于政府信息公开统计范围")
            String reason) {

        Ruling ruling() {
            return new Ruling(
                    kind,
                    kind == Decision.Kind.INDICATOR ? indicator : null,
                    kind == Decision.Kind.SCOPE && scope != null ? List.copyOf(scope) : null,
                    reason == null || reason.isBlank() ? null : reason.strip());
        }
    }

    @Schema(description = "Decisions of one person.")
    record NewDecisions(
            @NotEmpty @Size(max = 500) List<@NotNull @Valid NewDecision> decisions,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "李文")
            String decidedBy) {}

    private final Reports reports;
    private final Drafts drafts;
    private final Decisions decisions;
    private final AuditLog auditLog;
    private final Clock clock;

    DecisionResource(Reports reports, Drafts drafts, Decisions decisions, AuditLog auditLog, Clock clock) {
        this.reports = reports;
        this.drafts = drafts;
        this.decisions = decisions;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "decide",
            summary = "Say what numbers and contradictions are",
            description =
                    "A decision holds while its sentence stands as it stood, and while the figures agree with it; it is published "
                            + "with the number. Either all are taken, or none.")
    @APIResponse(
            responseCode = "200",
            description = "The findings as they are now",
            content = @Content(schema = @Schema(implementation = FindingsView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "422", ref = "DecisionsInvalid")
    public FindingsView decide(@RestPath String report, @NotNull @Valid NewDecisions asked) {
        Report locked = reports.getToChange(report);
        var rulings = new LinkedHashMap<String, Ruling>();
        asked.decisions.forEach(decision -> rulings.put(decision.subject, decision.ruling()));
        drafts.of(locked).textFindings().mayBeDecided(rulings);
        Map<String, Object> former = summary(decisions.of(report), rulings.keySet());
        decisions.decide(report, rulings, asked.decidedBy, clock.instant());
        decisions.flush();
        Map<String, Object> now = summary(decisions.of(report), rulings.keySet());
        if (!now.equals(former)) {
            auditLog.append(locked.change("/decisions", asked.decidedBy, former, now, null));
        }
        return FindingsView.of(drafts.of(locked));
    }

    @DELETE
    @Path("/{subject: " + SUBJECT + "}")
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(operationId = "revokeDecision", summary = "Take a decision back")
    @APIResponse(responseCode = "204", description = "Nothing is decided of it")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public void revoke(@RestPath String report, @RestPath String subject) {
        Report locked = reports.getToChange(report);
        Map<String, Object> former = summary(decisions.of(report), Set.of(subject));
        if (decisions.revoke(report, subject)) {
            auditLog.append(locked.change("/decisions/" + subject, null, former, null, null));
        }
    }

    /** The decisions about these: the kind, and a digest of the words. */
    private static Map<String, Object> summary(Map<String, Decision> decided, Set<String> subjects) {
        var summary = new TreeMap<String, Object>();
        for (String subject : subjects) {
            Optional.ofNullable(decided.get(subject))
                    .ifPresent(decision -> summary.put(subject, Sha256.ofJson(decision.ruling())));
        }
        return summary;
    }
}
