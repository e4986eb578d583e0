package gongkai.submission.csv;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;
import static gongkai.chassis.security.Role.UNIT_CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.Source;
import gongkai.submission.SubmissionView;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.file.SubmissionFiles;
import gongkai.submission.file.SubmissionFiles.Destination;
import gongkai.submission.file.SubmissionFiles.Download;
import gongkai.submission.file.SubmissionFiles.Upload;
import gongkai.submission.file.SubmissionFiles.WantedFiling;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
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

/** A unit's submission as CSV, for spreadsheets and programs that have nothing better. */
@Path("/v1/collections/{collection}/units/{unit}/submission/csv")
@Tag(name = "Submissions")
class CsvResource {

    static final String CSV = "text/csv";

    private final SubmissionFiles files;
    private final Collections collections;
    private final Access access;

    CsvResource(SubmissionFiles files, Collections collections, Access access) {
        this.files = files;
        this.collections = collections;
        this.access = access;
    }

    @GET
    @Produces(CSV)
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "downloadCsv",
            summary = "The unit's figures as CSV, to fill in",
            description =
                    "RFC 4180, UTF-8 with a byte order mark, columns code, label, measure, figure. A subtotal that the unit left out stays"
                            + " blank. Behind the figures, lines whose code begins with # take who submits (#submittedBy), #remarks and"
                            + " explanations (#explanation:F5), and say what the file was made for. Text that a spreadsheet would take"
                            + " for a formula stands behind an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The file; its ETag is the revision it was filled from",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Response download(@RestPath String collection, @RestPath String unit, HttpHeaders headers)
            throws IOException {
        Download download = files.download(collection, unit, access.toRead());
        var out = new StringWriter();
        new CsvWriter(download.form(), RequestLocale.of(headers))
                .write(download.pin(), download.entries(), download.derived(), out);
        return Response.ok(out.toString().getBytes(UTF_8), CSV + ";charset=UTF-8")
                .tag(SeenRevision.tag(download.pin().revision()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.csv\"".formatted(collection, unit))
                .build();
    }

    @PUT
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(
            operationId = "uploadCsv",
            summary = "Report a unit's figures as CSV",
            description =
                    "UTF-8, with or without a byte order mark, or GB18030. The columns code and figure are needed, and found by their"
                            + " names; others are read over. Answers like the call with JSON; what is found about a figure also names its"
                            + " line. The line #revision says which revision it was made on; If-Match, where it is sent, says it instead.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples = "code,figure\n1.1,12\n7,0.25\n8.1,不适用\n#submittedBy,李文\n")))
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
            description =
                    "As with JSON, and /problems/csv-broken, /problems/csv-code-twice, /problems/csv-encoding-unknown,"
                            + " /problems/csv-header-missing, /problems/csv-revision-unreadable, /problems/csv-too-large,"
                            + " /problems/file-of-another-collection, /problems/file-of-another-unit, /problems/file-of-another-form")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
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
        var filled = new FilledCsv(body.readAllBytes());
        filled.mustBeFor(
                collection,
                unit,
                collections.getToRead(collection, unit, access.toReport()).form());
        var seen = ifMatch == null ? SeenRevision.of(filled.revision().orElse(null)) : new SeenRevision(ifMatch);
        var upload = new Upload(filled.entries(), seen, Source.CSV, filled::place);
        var destination = new Destination(access.toReport(), collection, unit, RequestLocale.of(headers));
        return files.submit(destination, upload, state);
    }
}
