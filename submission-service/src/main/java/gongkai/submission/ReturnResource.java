package gongkai.submission;

import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.UNIT_CLERK;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.SubmissionService.ReturnRequest;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Returns a submission to its unit: by the bureau, or by the unit itself. */
@Path("/v1/collections/{collection}/units/{unit}/submission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
class ReturnResource {

    @Schema(description = "A submission sent back to its unit (退回)")
    record ReturnedSubmission(
            @NotBlank @Size(max = 2_000) String reason,
            @NotBlank @Size(max = 100) String returnedBy) {}

    @Schema(description = "A submission that its unit takes back")
    record WithdrawnSubmission(
            @NotBlank @Size(max = 2_000) String reason,
            @NotBlank @Size(max = 100) String withdrawnBy) {}

    private final SubmissionService submissions;
    private final SubmissionViews views;
    private final Collections collections;
    private final Access access;

    ReturnResource(SubmissionService submissions, SubmissionViews views, Collections collections, Access access) {
        this.submissions = submissions;
        this.views = views;
        this.collections = collections;
        this.access = access;
    }

    @POST
    @Path("/return")
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(operationId = "returnSubmission", summary = "Send a submission back to its unit (退回), with the reason")
    @APIResponse(
            responseCode = "200",
            description = "Returned: the unit counts nowhere until it submits again",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(
            responseCode = "409",
            description = "/problems/not-submitted, /problems/collection-closed, /problems/concurrent-changes")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response giveBack(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReturnedSubmission returned,
            HttpHeaders headers) {
        var request = new ReturnRequest(
                access.toReport(), collection, unit, new SeenRevision(ifMatch), returned.reason, returned.returnedBy);
        return answer(submissions.giveBack(request), headers);
    }

    @POST
    @Path("/withdrawal")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(operationId = "withdrawSubmission", summary = "Take a submission back while the collection is open")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn: a draft again, which counts nowhere",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(
            responseCode = "409",
            description = "/problems/not-submitted, /problems/collection-closed, /problems/concurrent-changes")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response withdraw(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawnSubmission withdrawn,
            HttpHeaders headers) {
        var request = new ReturnRequest(
                access.toReport(),
                collection,
                unit,
                new SeenRevision(ifMatch),
                withdrawn.reason,
                withdrawn.withdrawnBy);
        return answer(submissions.withdraw(request), headers);
    }

    private Response answer(Revision revision, HttpHeaders headers) {
        return Response.ok(views.of(revision, collections.findById(revision.collection()), RequestLocale.of(headers)))
                .tag(SeenRevision.tag(revision.number()))
                .build();
    }
}
