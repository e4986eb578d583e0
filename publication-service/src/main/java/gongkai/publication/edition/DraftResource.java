package gongkai.publication.edition;

import gongkai.publication.edition.PublishedReport.PublishedForm;
import gongkai.publication.language.Text;
import gongkai.publication.narrative.Narratives;
import gongkai.publication.narrative.Section;
import gongkai.publication.problem.Refusal;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import gongkai.publication.report.Totals.Bureau;
import gongkai.publication.report.Totals.Period;
import gongkai.publication.report.Totals.Progress;
import gongkai.publication.report.Totals.Unit;
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

    /** Something that publication would be refused for; the type is that of the problem it would be refused with. */
    @Schema(
            description = "Something that publication would be refused for.",
            requiredProperties = {"type", "title", "detail"})
    record Obstacle(
            @Schema(examples = "/problems/units-missing") String type, Text title, Text detail) {

        static Obstacle of(Refusal refusal) {
            return new Obstacle("/problems/" + refusal.type(), refusal.title(), refusal.detail());
        }
    }

    @Schema(
            name = "Draft",
            description = "What an edition would say if it were published now.",
            requiredProperties = {
                "report",
                "edition",
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
            long totalsRevision,
            long narrativeRevision,
            Bureau bureau,
            Period period,
            PublishedForm form,
            List<Figure> figures,
            Map<String, BigDecimal> values,
            List<Section> narrative,
            String compiledBy,
            Progress progress,
            List<Unit> units,
            List<FindingView> findings,
            List<Obstacle> obstacles) {

        static DraftView of(Draft draft) {
            var totals = draft.totals();
            List<Figure> figures = Figure.of(totals);
            return new DraftView(
                    totals.collection(),
                    draft.edition(),
                    totals.revision(),
                    draft.narrativeRevision(),
                    totals.bureau(),
                    totals.period(),
                    PublishedForm.of(totals.form()),
                    figures,
                    Figure.values(figures),
                    draft.narrative(),
                    totals.compiledBy(),
                    totals.progress(),
                    totals.units(),
                    FindingView.of(totals),
                    draft.obstacles().stream().map(Obstacle::of).toList());
        }
    }

    private final Reports reports;
    private final Narratives narratives;
    private final Editions editions;

    DraftResource(Reports reports, Narratives narratives, Editions editions) {
        this.reports = reports;
        this.narratives = narratives;
        this.editions = editions;
    }

    @GET
    @Transactional
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
        var totals = reports.get(report).totals();
        var draft = Draft.of(totals, narratives.findByIdOptional(report), editions.latest(report));
        // A draft is made of these three, and of nothing else.
        var tag = new EntityTag(
                "%d-%d-%d".formatted(totals.revision(), draft.narrativeRevision(), draft.edition()), WEAK);
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(DraftView.of(draft)) : unchanged)
                .tag(tag)
                .build();
    }
}
