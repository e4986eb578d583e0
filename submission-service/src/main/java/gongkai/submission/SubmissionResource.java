package gongkai.submission;

import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Checked;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Forms;
import gongkai.submission.language.Language;
import gongkai.submission.outbox.Outbox;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}/units/{unit}/submission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "报送: one unit's figures in a collection")
class SubmissionResource {

    /** What a unit can do with its figures by itself. */
    enum Filing {
        /** Keep them for later: they may be incomplete, and count nowhere. */
        draft(Revision.State.DRAFT),
        /** Hand them in. */
        submitted(Revision.State.SUBMITTED);

        private final Revision.State goal;

        Filing(Revision.State goal) {
            this.goal = goal;
        }
    }

    @Schema(description = "A unit's figures")
    record NewSubmission(
            @NotNull Filing state,

            @NotNull
            @Size(max = 2_000)
            @Schema(
                    description =
                            "Indicator code to figure. Report 0 where there was none; a subtotal may be left out, and is derived.",
                    additionalProperties = Object.class,
                    examples = "{\"1.1\": 12, \"1.2.2\": 12, \"7\": 0.25}")
            Map<String, Object> values,

            @Size(max = 2_000) String remarks,

            @NotBlank @Size(max = 100) @Schema(description = "Who answers for the figures", examples = "李文")
            String submittedBy) {}

    @Schema(description = "A submission sent back to its unit (退回)")
    record ReturnedSubmission(
            @NotBlank @Size(max = 2_000) String reason,
            @NotBlank @Size(max = 100) String returnedBy) {}

    /** @param valid whether the figures could be submitted as they are */
    @Schema(description = "What submitting the figures would find")
    record Validation(
            boolean valid, Map<String, BigDecimal> values, List<String> derived, List<FindingView> findings) {}

    record RevisionList(List<SubmissionView> items) {}

    private final Collections collections;
    private final Revisions revisions;
    private final Forms forms;
    private final Outbox outbox;
    private final Clock clock;

    SubmissionResource(Collections collections, Revisions revisions, Forms forms, Outbox outbox, Clock clock) {
        this.collections = collections;
        this.revisions = revisions;
        this.forms = forms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "report",
            summary = "Report a unit's figures",
            description =
                    "One call is enough: no draft is needed. The same request again has no further effect. A change to figures that"
                            + " are there already names the revision it was made on in If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "Stored as revision 1",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Stored as a new revision, or there already",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "/problems/malformed-request")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/collection-closed")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "413", description = "/problems/content-too-large")
    @APIResponse(responseCode = "422", description = "/problems/invalid-figures, /problems/invalid-request")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response report(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NewSubmission reported,
            HttpHeaders headers) {
        Collection asking = collections.getToReport(collection, unit);
        Checked checked = forms.check(asking.form()).check(reported.values, Map.of());
        checked.mustBeFit(reported.state == Filing.submitted);

        var statement = new Statement(checked.values(), checked.derived(), reported.remarks);
        Submission submission = revisions.submission(collection, unit);
        if (submission.says(reported.state.goal, statement, reported.submittedBy)) {
            return answer(Response.Status.OK, submission.latest(), headers);
        }
        asking.mustBeOpen();
        if (!submission.isNew()) {
            new SeenRevision(ifMatch).mustBe(submission.latest().number(), submission.standing());
        }
        Instant now = clock.instant();
        Revision made = switch (reported.state) {
            case draft -> submission.draft(statement, reported.submittedBy, now);
            case submitted -> submission.submit(statement, reported.submittedBy, now, asking.isLate(now));
        };
        record(made);
        return answer(submission.isNew() ? Response.Status.CREATED : Response.Status.OK, made, headers);
    }

    @GET
    @Transactional
    @Operation(operationId = "getSubmission", summary = "A unit's submission as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The latest revision",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "304", description = "It is the one you have")
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/unit-not-on-roster, /problems/nothing-reported")
    public Response get(@RestPath String collection, @RestPath String unit, Request request, HttpHeaders headers) {
        collections.getToRead(collection, unit);
        Revision latest = revisions.submission(collection, unit).latest();
        var unchanged = request.evaluatePreconditions(SeenRevision.tag(latest.number()));
        return unchanged == null ? answer(Response.Status.OK, latest, headers) : unchanged.build();
    }

    @GET
    @Path("/revisions")
    @Transactional
    @Operation(
            operationId = "listRevisions",
            summary = "All revisions of a unit's submission, newest first, page by page")
    @APIResponse(
            responseCode = "200",
            description = "A page; its Link header with rel=next leads to the next one",
            content = @Content(schema = @Schema(implementation = RevisionList.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Response revisions(
            @RestPath String collection,
            @RestPath String unit,
            @RestQuery @DefaultValue("" + Long.MAX_VALUE) @Min(1) long before,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            UriInfo uri,
            HttpHeaders headers) {
        collections.getToRead(collection, unit);
        List<Revision> found = revisions.before(collection, unit, before, limit + 1);
        List<Revision> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(new RevisionList(
                page.stream().map(revision -> view(revision, headers)).toList()));
        if (found.size() > limit) {
            var next = uri.getAbsolutePathBuilder()
                    .queryParam("before", page.get(limit - 1).number())
                    .queryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    @GET
    @Path("/revisions/{number}")
    @Transactional
    @Operation(operationId = "getRevision", summary = "One revision of a unit's submission")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/unit-not-on-roster, /problems/revision-unknown")
    public SubmissionView revision(
            @RestPath String collection, @RestPath String unit, @RestPath long number, HttpHeaders headers) {
        collections.getToRead(collection, unit);
        return revisions
                .findByIdOptional(new Revision.Key(collection, unit, number))
                .map(revision -> view(revision, headers))
                .orElseThrow(() -> new RevisionUnknown(unit, number));
    }

    @POST
    @Path("/validation")
    @Transactional
    @Operation(
            operationId = "validate",
            summary = "What submitting these figures would find, all at once; nothing is stored")
    @APIResponse(responseCode = "200", description = "The findings, none where the figures are right")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Validation validate(
            @RestPath String collection,
            @RestPath String unit,
            @NotNull @Valid NewSubmission reported,
            HttpHeaders headers) {
        Collection asking = collections.getToRead(collection, unit);
        Checked checked = forms.check(asking.form()).check(reported.values, Map.of());
        return new Validation(
                checked.isFit(),
                checked.values(),
                checked.derived(),
                FindingView.of(checked.findings(), Language.of(headers)));
    }

    @POST
    @Path("/return")
    @Transactional
    @Operation(operationId = "returnSubmission", summary = "Send a submission back to its unit (退回), with the reason")
    @APIResponse(
            responseCode = "200",
            description = "Returned: the unit counts nowhere until it submits again",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/nothing-to-return, /problems/collection-closed")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response giveBack(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReturnedSubmission returned,
            HttpHeaders headers) {
        Collection asking = collections.getToReport(collection, unit);
        asking.mustBeOpen();
        Submission submission = revisions.submission(collection, unit);
        new SeenRevision(ifMatch).mustBe(submission.latest().number(), submission.standing());
        Revision made = submission.giveBack(returned.reason, returned.returnedBy, clock.instant());
        record(made);
        return answer(Response.Status.OK, made, headers);
    }

    private void record(Revision made) {
        revisions.persist(made);
        outbox.append(SubmissionEvent.of(made));
    }

    private Response answer(Response.Status status, Revision revision, HttpHeaders headers) {
        return Response.status(status)
                .tag(SeenRevision.tag(revision.number()))
                .entity(view(revision, headers))
                .build();
    }

    private SubmissionView view(Revision revision, HttpHeaders headers) {
        Checked checked = forms.check(collections.get(revision.collection()).form())
                .check(revision.statement().figures(), Map.of());
        return SubmissionView.of(revision, FindingView.of(checked.findings(), Language.of(headers)));
    }
}
