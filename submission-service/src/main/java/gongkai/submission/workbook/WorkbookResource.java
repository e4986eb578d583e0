package gongkai.submission.workbook;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;
import static gongkai.chassis.security.Role.UNIT_CLERK;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.Source;
import gongkai.submission.SubmissionService;
import gongkai.submission.SubmissionView;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.file.Pin;
import gongkai.submission.file.SubmissionFiles;
import gongkai.submission.file.SubmissionFiles.Destination;
import gongkai.submission.file.SubmissionFiles.Download;
import gongkai.submission.file.SubmissionFiles.Upload;
import gongkai.submission.file.SubmissionFiles.WantedFiling;
import gongkai.submission.form.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A unit's submission as a workbook that a clerk fills in offline. */
@Path("/v1/collections/{collection}/units/{unit}/submission/workbook")
@Tag(name = "Submissions")
class WorkbookResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SubmissionFiles files;
    private final Collections collections;
    private final SubmissionService submissions;
    private final Access access;

    WorkbookResource(SubmissionFiles files, Collections collections, SubmissionService submissions, Access access) {
        this.files = files;
        this.collections = collections;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @Produces(XLSX)
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "downloadWorkbook",
            summary = "The unit's form as a workbook to fill in offline (XLSX)",
            description =
                    "Laid out like the form, in Chinese, or in English where Accept-Language asks for it. All is locked but the cells"
                            + " to fill in; totals compute themselves, and broken rules show as they are typed. It holds what the unit"
                            + " has reported so far, and beside each figure that of the period before.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook; its ETag is the revision it was filled from",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/figure-too-long-for-workbook")
    public Response download(@RestPath String collection, @RestPath String unit, HttpHeaders headers)
            throws IOException {
        Download download = files.download(collection, unit, access.toRead());
        Collection requested = download.collection();
        var heading = new Heading(
                requested.bureau().name(),
                collections.unit(collection, unit).name(),
                requested.period().from() + " — " + requested.period().to());
        var out = new ByteArrayOutputStream();
        new WorkbookWriter(download.form(), RequestLocale.of(headers))
                .write(heading, download.pin(), download.entries(), download.previous(), out);
        return Response.ok(out.toByteArray())
                .tag(SeenRevision.tag(download.pin().revision()))
                // Codes have letters, digits and hyphens alone, so that the name is safe anywhere.
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.xlsx\"".formatted(collection, unit))
                .build();
    }

    @PUT
    @Consumes(XLSX)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(
            operationId = "uploadWorkbook",
            summary = "Report a unit's figures by the workbook, filled in",
            description =
                    "Answers like the call with JSON; what is found about a figure also names its sheet and cell. The workbook itself"
                            + " says which revision it was made on; If-Match, where it is sent, says it instead.")
    @RequestBody(content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "Stored as revision 1",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Stored as a new revision, or there already",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/collection-closed, /problems/concurrent-changes")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "413", description = "/problems/content-too-large")
    @APIResponse(responseCode = "415", description = "/problems/unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description = "As with JSON, and /problems/file-of-another-collection, /problems/file-of-another-unit,"
                    + " /problems/file-of-another-form, /problems/formula-in-figure, /problems/not-a-workbook,"
                    + " /problems/workbook-encrypted, /problems/workbook-not-ours, /problems/workbook-of-another-version,"
                    + " /problems/workbook-rearranged, /problems/workbook-sheet-missing,"
                    + " /problems/workbook-too-large-inside, /problems/workbook-with-macros")
    public Response upload(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RestQuery
                    @DefaultValue("submitted")
                    @Parameter(description = "Hand the figures in, or keep them as a draft")
                    WantedFiling state,
            InputStream body,
            HttpHeaders headers)
            throws IOException {
        // Before the database is asked for anything, so that no connection waits for the unpacking.
        var workbook = new FilledWorkbook(body.readAllBytes());
        Collection requested = collections.getToRead(collection, unit, access.toReport());
        Pin pin = workbook.pin();
        pin.mustBeFor(collection, unit, requested.form());
        Form form = submissions.form(requested);
        var seen = ifMatch == null ? SeenRevision.of(pin.revision()) : new SeenRevision(ifMatch);
        var upload =
                new Upload(workbook.entries(form), seen, Source.WORKBOOK, new Layout(form, workbook.language())::place);
        var destination = new Destination(access.toReport(), collection, unit, RequestLocale.of(headers));
        return files.submit(destination, upload, state);
    }
}
