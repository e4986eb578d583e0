package gongkai.submission;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;
import static gongkai.chassis.security.Role.UNIT_CLERK;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Checked;
import gongkai.submission.form.Finding;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Form;
import gongkai.submission.form.Rule;
import gongkai.submission.outlier.Comparison;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/collections/{collection}/units/{unit}/submission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "报送: one unit's figures in a collection")
class SubmissionResource {

    @Schema(description = "Nothing happened that the form asks about (零报告)")
    record ZeroReport(
            @NotBlank
            @Size(max = 2_000)
            @Schema(description = "What the unit declares, in its own words", examples = "本单位本年度无相关数据")
            String declaration,

            @NotBlank @Size(max = 100) String submittedBy) {}

    /** @param valid whether the figures could be submitted as they are */
    @Schema(description = "What submitting the figures would find")
    record Validation(
            boolean valid, Map<String, BigDecimal> values, List<String> derived, List<FindingView> findings) {}

    /** @param fromCollection the collection of the figures; null if nothing carries over */
    @Schema(description = "Figures that the form says carry over from the period before")
    record Prefill(SortedMap<String, BigDecimal> values, String fromCollection) {}

    private final SubmissionService submissions;
    private final SubmissionViews views;
    private final Collections collections;
    private final Revisions revisions;
    private final Access access;

    SubmissionResource(
            SubmissionService submissions,
            SubmissionViews views,
            Collections collections,
            Revisions revisions,
            Access access) {
        this.submissions = submissions;
        this.views = views;
        this.collections = collections;
        this.revisions = revisions;
        this.access = access;
    }

    @PUT
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(
            operationId = "report",
            summary = "Report a unit's figures",
            description =
                    "One call is enough: no draft is needed. The same request again has no further effect. A change to"
                            + " figures that are there already names the revision it was made on in If-Match.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSubmission.class),
                            examples = @ExampleObject(name = "submission", value = NewSubmission.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Stored as revision 1",
            headers =
                    @Header(
                            name = SubmissionResponse.TOTALS_TOKEN,
                            description = SubmissionResponse.TOTALS_TOKEN_DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = SubmissionView.class),
                            examples = @ExampleObject(name = "stored", value = SubmissionView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Stored as a new revision, or there already",
            headers =
                    @Header(
                            name = SubmissionResponse.TOTALS_TOKEN,
                            description = SubmissionResponse.TOTALS_TOKEN_DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "/problems/malformed-request")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/collection-closed, /problems/concurrent-changes")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "413", description = "/problems/content-too-large")
    @APIResponse(
            responseCode = "422",
            description = "/problems/invalid-figures, /problems/warnings-unexplained, /problems/invalid-request")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response report(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NewSubmission reported,
            HttpHeaders headers) {
        var request = SubmissionRequest.of(access.toReport(), collection, unit, reported, new SeenRevision(ifMatch));
        return answer(submissions.submit(request), headers);
    }

    @GET
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
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
        Collection requested = collections.getToRead(collection, unit, access.toRead());
        Revision latest = revisions.submission(collection, unit).latest();
        // Closing a collection accepts the submission: the same revision in another state.
        var tag = SeenRevision.tag(latest.number());
        var unchanged = requested.isClosed() ? null : request.evaluatePreconditions(tag);
        return unchanged == null ? answer(latest, requested, headers) : unchanged.build();
    }

    @POST
    @Path("/validation")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(
            operationId = "validate",
            summary = "What submitting these figures would find, all at once; nothing is stored",
            description =
                    "Also compares each figure with the unit's earlier years and with other units of its kind, and says the"
                            + " usual range of one outside it (Tukey's outer fences: three interquartile ranges beyond the quartiles).")
    @APIResponse(responseCode = "200", description = "The findings, none where the figures are right")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Validation validate(
            @RestPath String collection,
            @RestPath String unit,
            @NotNull @Valid NewSubmission reported,
            HttpHeaders headers) {
        Collection requested = collections.getToRead(collection, unit, access.toReport());
        Checked checked = submissions.check(requested, unit, reported.stated());
        List<Finding> unusual = unusual(requested, unit, checked);
        return new Validation(
                checked.isFit(),
                checked.values(),
                checked.derived(),
                FindingView.of(
                        Stream.concat(checked.findings().stream(), unusual.stream())
                                .toList(),
                        RequestLocale.of(headers)));
    }

    private List<Finding> unusual(Collection requested, String unit, Checked checked) {
        var comparison = new Comparison(submissions.form(requested));
        List<Finding> withItself = comparison.withEarlierYears(
                checked.values(), revisions.ofEarlierPeriods(requested, unit, Comparison.MAX_YEARS));
        List<Finding> withPeers =
                comparison.withPeers(checked.values(), revisions.ofPeers(requested.code(), unit, Comparison.MAX_PEERS));
        return Stream.concat(withItself.stream(), withPeers.stream()).toList();
    }

    @POST
    @Path("/zero-report")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR})
    @Operation(
            operationId = "reportZero",
            summary = "Report that nothing happened (零报告)",
            description = "Submits 0 for every figure, on the unit's declaration.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted as revision 1",
            headers =
                    @Header(
                            name = SubmissionResponse.TOTALS_TOKEN,
                            description = SubmissionResponse.TOTALS_TOKEN_DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Submitted as a new revision, or there already",
            headers =
                    @Header(
                            name = SubmissionResponse.TOTALS_TOKEN,
                            description = SubmissionResponse.TOTALS_TOKEN_DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    @APIResponse(responseCode = "409", description = "/problems/collection-closed, /problems/concurrent-changes")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "422", description = "/problems/invalid-figures, where last year left something over")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response reportZero(
            @RestPath String collection,
            @RestPath String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ZeroReport declared,
            HttpHeaders headers) {
        Scope scope = access.toReport();
        Form form = submissions.form(collections.get(collection, scope));
        var zeros = NewSubmission.zeros(form, declared.declaration, declared.submittedBy);
        var request = SubmissionRequest.of(scope, collection, unit, zeros, new SeenRevision(ifMatch));
        return answer(submissions.submit(request), headers);
    }

    @GET
    @Path("/prefill")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "prefill",
            summary = "What a unit can begin with: the figures that carry over from the period before")
    @APIResponse(responseCode = "200", description = "The figures, none where nothing carries over or is known")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Prefill prefill(@RestPath String collection, @RestPath String unit) {
        Collection requested = collections.getToRead(collection, unit, access.toRead());
        Optional<Revision> previous = revisions.ofPreviousPeriod(requested, unit);
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        previous.ifPresent(revision -> submissions.form(requested).rules().stream()
                .map(Rule::carriesOver)
                .flatMap(Optional::stream)
                .filter(carried -> revision.content().figures().containsKey(carried.getValue()))
                .forEach(carried -> values.put(
                        carried.getKey(), revision.content().figures().get(carried.getValue()))));
        return new Prefill(values, previous.map(Revision::collection).orElse(null));
    }

    private Response answer(SubmissionResult result, HttpHeaders headers) {
        Revision revision = result.revision();
        boolean closed = collections.findById(revision.collection()).isClosed();
        var findings = FindingView.of(result.checked().findings(), RequestLocale.of(headers));
        return SubmissionResponse.of(result)
                .entity(SubmissionView.of(revision, closed, findings))
                .build();
    }

    private Response answer(Revision revision, Collection requested, HttpHeaders headers) {
        return Response.ok(views.of(revision, requested, RequestLocale.of(headers)))
                .tag(SeenRevision.tag(revision.number()))
                .build();
    }
}
