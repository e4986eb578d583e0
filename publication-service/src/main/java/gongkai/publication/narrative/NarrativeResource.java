package gongkai.publication.narrative;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/narrative")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Narrative")
class NarrativeResource {

    @Schema(description = "The whole text of a report; it replaces what is there.")
    record NewNarrative(
            @NotNull @Size(max = 50) List<@NotNull @Valid Section> sections,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "李文")
            String writtenBy) {}

    @Schema(
            name = "Narrative",
            description = "The text of a report as it stands.",
            requiredProperties = {"report", "revision", "writtenBy", "writtenAt", "sections"})
    record NarrativeView(String report, long revision, String writtenBy, Instant writtenAt, List<Section> sections) {

        static NarrativeView of(Narrative narrative) {
            return new NarrativeView(
                    narrative.report(),
                    narrative.revision(),
                    narrative.writtenBy(),
                    narrative.writtenAt(),
                    narrative.sections());
        }
    }

    private final Reports reports;
    private final Narratives narratives;
    private final AuditLog auditLog;
    private final Clock clock;
    private final CurrentUser currentUser;

    NarrativeResource(Reports reports, Narratives narratives, AuditLog auditLog, Clock clock, CurrentUser currentUser) {
        this.reports = reports;
        this.narratives = narratives;
        this.auditLog = auditLog;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getNarrative", summary = "The text of a report as it stands")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NarrativeView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "NarrativeNotWritten")
    public Response get(@RestPath String report, Request request) {
        reports.get(report);
        Narrative narrative = narratives
                .findByIdOptional(report)
                .orElseThrow(() -> new ProblemException(NarrativeProblem.NARRATIVE_NOT_WRITTEN, report));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(narrative));
        return unchanged == null ? answer(Response.Status.OK, narrative) : unchanged.build();
    }

    @GET
    @Path("/outline")
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getOutline", summary = "The parts that the form wants a report to have")
    @APIResponse(
            responseCode = "200",
            description = "The parts in their order; a report without one that is required is not published",
            content = @Content(schema = @Schema(implementation = Outline.class)))
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public Outline outline(@RestPath String report) {
        return Outline.of(reports.get(report).totals().form().code());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "putNarrative",
            summary = "Write the text of a report, whole",
            description = "The first text needs no If-Match; each later one names the revision that it replaces. "
                    + "The same text again changes nothing. Figures are best not written by hand: {{1.2.4}} is the figure with its "
                    + "measure, {{1.2.4|number}} without it, {{1.2.4|previous}} the year before's, {{1.2.4|change}} and "
                    + "{{1.2.4|growth}} what has changed since, {{share 1.2.2 of 1.1}} a share in per cent.")
    @APIResponse(
            responseCode = "201",
            description = "The first text is written",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NarrativeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The text is replaced, or was the same already",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = NarrativeView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "412", ref = "StaleRevision")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "NarrativeInvalid")
    @APIResponse(responseCode = "428", ref = "RevisionNotNamed")
    public Response put(
            @RestPath String report,
            @RestHeader(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description = "The ETag of the text that this one replaces; none for the first.",
                            example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid NewNarrative text) {
        Report written = reports.getToChange(report);
        TextTooLong.rejectIfTooLong(text.sections());
        ReferencesUnknown.rejectIn(text.sections(), written.totals().form());
        String subject = currentUser.subject().orElseThrow();
        Optional<Narrative> known = narratives.findByIdOptional(report);
        if (known.isEmpty()) {
            if (ifMatch != null) {
                throw new ProblemException(NarrativeProblem.STALE_REVISION, ifMatch, 0);
            }
            var first = new Narrative(report, text.sections(), text.writtenBy(), subject, clock.instant());
            narratives.persist(first);
            auditLog.append(written.change("/narrative", text.writtenBy(), null, first.summary(), null));
            return answer(Response.Status.CREATED, first);
        }

        Narrative narrative = known.get();
        Map<String, Object> former = narrative.summary();
        narrative.rewrite(text.sections(), ifMatch, text.writtenBy(), subject, clock.instant());
        if (!narrative.summary().equals(former)) {
            auditLog.append(written.change("/narrative", text.writtenBy(), former, narrative.summary(), null));
        }
        return answer(Response.Status.OK, narrative);
    }

    private static Response answer(Response.Status status, Narrative narrative) {
        return Response.status(status)
                .entity(NarrativeView.of(narrative))
                .tag(tag(narrative))
                .build();
    }

    private static EntityTag tag(Narrative narrative) {
        return new EntityTag(Long.toString(narrative.revision()));
    }
}
