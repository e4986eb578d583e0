package gongkai.publication.draft;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The comparison of a draft's text with its table, number by number. */
@Path("/v1/reports/{report: " + Report.CODE + "}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class FindingsResource {

    private final Reports reports;
    private final Drafts drafts;

    FindingsResource(Reports reports, Drafts drafts) {
        this.reports = reports;
        this.drafts = drafts;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "getFindings",
            summary = "Every number of the draft's text, and every sentence that contradicts its table",
            description =
                    "Each number is bound to an indicator, declared outside of the table, or open; what is open blocks publication.")
    @APIResponse(
            responseCode = "200",
            description = "The findings, in the order of the text",
            content = @Content(schema = @Schema(implementation = FindingsView.class)))
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public FindingsView get(@RestPath String report) {
        return FindingsView.of(drafts.of(reports.get(report)));
    }
}
