package gongkai.publication.draft;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.json.CanonicalJson;
import gongkai.chassis.json.Sha256;
import gongkai.publication.approval.ApprovalView;
import gongkai.publication.approval.Approvals;
import gongkai.publication.approval.ReviewView;
import gongkai.publication.edition.Figure;
import gongkai.publication.edition.FindingView;
import gongkai.publication.edition.PublishedReport.PublishedForm;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import gongkai.publication.report.Totals.Bureau;
import gongkai.publication.report.Totals.Period;
import gongkai.publication.report.Totals.Progress;
import gongkai.publication.report.Totals.Unit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.math.BigDecimal;
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
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reports/{report: " + Report.CODE + "}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class DraftResource {

    /** A later release may word the same draft differently. */
    private static final boolean WEAK = true;

    /** A reason why publication would be rejected; the type is that of the problem. */
    @Schema(
            description = "A reason why publication would be rejected.",
            requiredProperties = {"type", "title", "detail"})
    record Obstacle(
            @Schema(examples = "/problems/units-missing") String type, LocalizedText title, LocalizedText detail) {

        static Obstacle of(PublicationObstacle obstacle) {
            var problem = new DraftNotPublishable(obstacle);
            return new Obstacle("/problems/" + problem.type().code(), problem.title(), problem.detail());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Draft",
            description = "What an edition would say if it were published now.",
            requiredProperties = {
                "report",
                "edition",
                "hash",
                "totalsRevision",
                "narrativeRevision",
                "bureau",
                "period",
                "form",
                "figures",
                "values",
                "narrative",
                "compiledBy",
                "progress",
                "units",
                "findings",
                "obstacles"
            })
    record DraftView(
            String report,
            int edition,

            @Schema(description = "Names all of this draft; an approval names this hash.")
            String hash,

            long totalsRevision,
            long narrativeRevision,
            Bureau bureau,
            Period period,
            PublishedForm form,
            List<Figure> figures,
            Map<String, BigDecimal> values,

            @Schema(
                    description =
                            "As readers would see it: with the figures that it refers to, without what the review withholds.")
            List<Section> narrative,

            String compiledBy,
            Progress progress,
            List<Unit> units,
            List<FindingView> findings,
            ReviewView review,
            ApprovalView approval,
            List<Obstacle> obstacles) {

        static DraftView of(Draft draft, String hash, Optional<ApprovalView> approval) {
            var totals = draft.totals();
            List<Figure> figures = draft.figures();
            return new DraftView(
                    totals.collection(),
                    draft.edition(),
                    hash,
                    totals.revision(),
                    draft.narrativeRevision(),
                    totals.bureau(),
                    totals.period(),
                    PublishedForm.of(totals.form()),
                    figures,
                    Figure.values(figures),
                    draft.text(),
                    totals.compiledBy(),
                    totals.progress(),
                    totals.units(),
                    FindingView.of(totals),
                    draft.review().map(ReviewView::of).orElse(null),
                    approval.orElse(null),
                    draft.obstacles().stream().map(Obstacle::of).toList());
        }
    }

    private final Reports reports;
    private final Drafts drafts;
    private final Approvals approvals;
    private final CanonicalJson canonicalJson;

    DraftResource(Reports reports, Drafts drafts, Approvals approvals, CanonicalJson canonicalJson) {
        this.reports = reports;
        this.drafts = drafts;
        this.approvals = approvals;
        this.canonicalJson = canonicalJson;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "getDraft",
            summary = "What an edition would say if it were published now, and what stands in its way")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            headers = @Header(name = HttpHeaders.ETAG, ref = "ETag"),
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public Response get(@RestPath String report, Request request) {
        Draft draft = drafts.of(reports.get(report));
        byte[] basis = drafts.basis(draft);
        var view = DraftView.of(
                draft,
                Sha256.hex(basis),
                approvals.latest(report).map(approval -> ApprovalView.of(approval, drafts.changes(approval, basis))));
        var tag = new EntityTag(Sha256.hex(canonicalJson.bytes(view)), WEAK);
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged).tag(tag).build();
    }
}
