package gongkai.publication.publicapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.publication.publicapi.PublishedEditions.Entry;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report")
class ReportsResource {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description = "A published report: its latest edition.",
            requiredProperties = {
                "report",
                "title",
                "edition",
                "bureau",
                "bureauName",
                "form",
                "year",
                "publishedAt",
                "digest",
                "href"
            })
    record ReportSummary(
            @Schema(examples = "xingqing-justice-2018") String report,
            @Schema(examples = "银川市兴庆区司法局2018年政府信息公开工作年度报告") String title,
            int edition,
            @Schema(examples = "xingqing-justice") String bureau,
            @Schema(examples = "银川市兴庆区司法局") String bureauName,
            @Schema(examples = "xxgk-2014") String form,
            @Schema(examples = "2018") int year,
            Instant publishedAt,

            @Schema(description = "Why there is another edition; left out of a first one.")
            String reason,

            String digest,
            URI href) {

        static ReportSummary of(Entry entry, UriInfo uri) {
            return new ReportSummary(
                    entry.report(),
                    entry.title(),
                    entry.edition(),
                    entry.bureau(),
                    entry.bureauName(),
                    entry.form(),
                    entry.year(),
                    entry.publishedAt(),
                    entry.reason(),
                    entry.digest(),
                    uri.getBaseUriBuilder().path("v1/reports/{report}").build(entry.report()));
        }
    }

    @Schema(requiredProperties = "items")
    record ReportList(List<ReportSummary> items) {}

    private final PublishedEditions published;

    ReportsResource(PublishedEditions published) {
        this.published = published;
    }

    @GET
    @Transactional
    @PermitAll
    @Operation(
            operationId = "listReports",
            summary = "The published reports, by their codes",
            description = "Link: …; rel=next leads to those that follow.")
    @APIResponse(
            responseCode = "200",
            description = "The reports",
            content = @Content(schema = @Schema(implementation = ReportList.class)))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response list(
            @RestQuery @Size(max = 64) @Parameter(description = "Of this bureau only.", example = "xingqing-justice")
                    String bureau,
            @RestQuery @Min(1900) @Max(2999) @Parameter(description = "Of this year only.", example = "2018")
                    Integer year,
            @RestQuery @Size(max = 64) @Parameter(description = "On this form only.", example = "xxgk-2014")
                    String form,
            @RestQuery @DefaultValue("") @Size(max = 64) @Parameter(description = "Those after this report.")
                    String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            UriInfo uri) {
        // One more than asked for tells whether others follow.
        List<Entry> found = published.latest(bureau, form, year, after, limit + 1);
        List<Entry> page = found.subList(0, Math.min(limit, found.size()));
        var answer = Response.ok(new ReportList(
                        page.stream().map(entry -> ReportSummary.of(entry, uri)).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (found.size() > limit) {
            String last = page.get(page.size() - 1).report();
            answer.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("after", last)
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
