package gongkai.submission;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;
import static gongkai.chassis.security.Role.UNIT_CLERK;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}/units/{unit}/submission/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
class RevisionResource {

    record RevisionList(List<SubmissionView> items) {}

    @Schema(description = "What one revision states differently from another")
    record RevisionChanges(long from, long to, List<FigureChange> figures) {}

    private final SubmissionService submissions;
    private final SubmissionViews views;
    private final Collections collections;
    private final Revisions revisions;
    private final Access access;

    RevisionResource(
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

    @GET
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "listRevisions",
            summary = "All revisions of a unit's submission, newest first, page by page")
    @APIResponse(
            responseCode = "200",
            description = "A page; its Link header with rel=next leads to the next one",
            content = @Content(schema = @Schema(implementation = RevisionList.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/unit-not-on-roster")
    public Response list(
            @RestPath String collection,
            @RestPath String unit,
            @RestQuery @DefaultValue("" + Long.MAX_VALUE) @Min(1) @Parameter(description = "Begin before this revision")
                    long before,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            UriInfo uri,
            HttpHeaders headers) {
        Collection requested = collections.getToRead(collection, unit, access.toRead());
        List<Revision> found = revisions.before(collection, unit, before, limit + 1);
        List<Revision> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(new RevisionList(views.of(unit, page, requested, RequestLocale.of(headers))));
        if (found.size() > limit) {
            var next = uri.getAbsolutePathBuilder()
                    .queryParam("before", page.get(limit - 1).number())
                    .queryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    @GET
    @Path("/{number}")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getRevision", summary = "One revision of a unit's submission")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/unit-not-on-roster, /problems/revision-unknown")
    public SubmissionView get(
            @RestPath String collection, @RestPath String unit, @RestPath long number, HttpHeaders headers) {
        Collection requested = collections.getToRead(collection, unit, access.toRead());
        return views.of(revision(collection, unit, number), requested, RequestLocale.of(headers));
    }

    @GET
    @Path("/{number}/changes")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "getRevisionChanges",
            summary = "Which figures a revision states differently from another one")
    @APIResponse(responseCode = "200", description = "The figures that differ, in the order of the form")
    @APIResponse(
            responseCode = "404",
            description = "/problems/collection-unknown, /problems/unit-not-on-roster, /problems/revision-unknown")
    public RevisionChanges changes(
            @RestPath String collection,
            @RestPath String unit,
            @RestPath long number,
            @RestQuery @Min(1) @Parameter(description = "The other revision; the one before, where none is named")
                    Long since) {
        Collection requested = collections.getToRead(collection, unit, access.toRead());
        long other = Objects.requireNonNullElse(since, number - 1);
        SubmissionContent before = revision(collection, unit, other).content();
        SubmissionContent after = revision(collection, unit, number).content();
        List<FigureChange> figures = FigureChange.between(before, after, submissions.form(requested));
        return new RevisionChanges(other, number, figures);
    }

    private Revision revision(String collection, String unit, long number) {
        return revisions
                .findByIdOptional(new Revision.Key(collection, unit, number))
                .orElseThrow(() -> new ProblemException(SubmissionProblem.REVISION_UNKNOWN, unit, number));
    }
}
