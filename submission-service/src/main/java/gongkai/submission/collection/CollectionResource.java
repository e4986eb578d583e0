package gongkai.submission.collection;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;
import static gongkai.chassis.security.Role.PLATFORM_ADMINISTRATOR;
import static gongkai.chassis.security.Role.UNIT_CLERK;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Forms;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collections", description = "报送任务: who is wanted what, for which period, until when")
class CollectionResource {

    /** Shown in the documentation, to be copied for a first call. */
    private static final String EXAMPLE = """
            {
              "collection": "xingqing-justice-2018",
              "bureau": {"code": "xingqing-justice", "name": "银川市兴庆区司法局"},
              "period": {"from": "2018-01-01", "to": "2018-12-31"},
              "form": "xxgk-2014",
              "compiledBy": "general-office",
              "deadline": "2019-01-31T10:00:00Z",
              "units": [
                {"code": "general-office", "name": "综合管理办公室", "kind": "科室"},
                {"code": "legal-aid-centre", "name": "法律援助中心", "kind": "法律援助中心"}
              ]
            }
            """;

    private static final String CHANGE_EXAMPLE = """
            {"state": "open", "reason": "两个单位补报", "changedBy": "王核"}
            """;

    @Schema(description = "What was changed about a collection, by whom and why")
    record ChangeView(long revision, String what, String reason, String changedBy, Instant changedAt) {

        static ChangeView of(Change change) {
            return new ChangeView(change.revision(), change.what(), change.reason(), change.madeBy(), change.madeAt());
        }
    }

    record ChangeList(List<ChangeView> items) {}

    /** A collection as the list shows it: without its roster. */
    record CollectionSummary(
            String collection, Collection.State state, Bureau bureau, Period period, String form, Instant deadline) {

        static CollectionSummary of(Collection collection) {
            return new CollectionSummary(
                    collection.code(),
                    collection.state(),
                    collection.bureau(),
                    collection.period(),
                    collection.form(),
                    collection.deadline());
        }
    }

    record CollectionList(List<CollectionSummary> items) {}

    private final Collections collections;
    private final Forms forms;
    private final Announcements announcements;
    private final AuditLog auditLog;
    private final Access access;

    CollectionResource(
            Collections collections, Forms forms, Announcements announcements, AuditLog auditLog, Access access) {
        this.collections = collections;
        this.forms = forms;
        this.announcements = announcements;
        this.auditLog = auditLog;
        this.access = access;
    }

    @POST
    @Transactional
    @RolesAllowed(PLATFORM_ADMINISTRATOR)
    @Operation(
            operationId = "openCollection",
            summary = "Open a collection",
            description = "The same request again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCollection.class),
                            examples = @ExampleObject(name = "collection", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was open already, with the same content",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/form-unknown")
    @APIResponse(responseCode = "409", description = "/problems/collection-exists")
    @APIResponse(responseCode = "422", description = "/problems/invalid-request")
    public Response open(@NotNull @Valid NewCollection wanted, UriInfo uri) {
        collections.reserve(wanted.collection());
        var existing = collections.findByIdOptional(wanted.collection());
        if (existing.isPresent()) {
            if (!wanted.asksTheSameAs(existing.get())) {
                throw new ProblemException(CollectionProblem.COLLECTION_EXISTS, wanted.collection());
            }
            return answer(existing.get());
        }
        forms.mustExist(wanted.form());
        Collection collection = wanted.open();
        collections.persist(collection);
        announcements.publishNew(collection);
        auditLog.append(collection.opened());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(collection.code()).build())
                .tag(SeenRevision.tag(collection.revision()))
                .entity(CollectionView.of(collection))
                .build();
    }

    @GET
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR, PLATFORM_ADMINISTRATOR})
    @Operation(operationId = "listCollections", summary = "Collections in the order of their codes, page by page")
    @APIResponse(
            responseCode = "200",
            description = "A page; its Link header with rel=next leads to the next one",
            content = @Content(schema = @Schema(implementation = CollectionList.class)))
    public Response list(
            @RestQuery @Parameter(description = "Only those in this state") Collection.State state,
            @RestQuery @Parameter(description = "Only those of this bureau") String bureau,
            @RestQuery @Parameter(description = "Only those on this form") String form,
            @RestQuery @DefaultValue("") @Parameter(description = "Begin behind this code") String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            UriInfo uri) {
        List<Collection> found = collections.after(
                after, new Collections.Filter(state, bureau, form), access.ofCollections(), limit + 1);
        List<Collection> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(
                new CollectionList(page.stream().map(CollectionSummary::of).toList()));
        if (found.size() > limit) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.get(limit - 1).code())
                    .replaceQueryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    @GET
    @Path("/{collection}")
    @Transactional
    @RolesAllowed({UNIT_CLERK, BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR, PLATFORM_ADMINISTRATOR})
    @Operation(operationId = "getCollection", summary = "One collection with its roster")
    @APIResponse(
            responseCode = "200",
            description = "The collection",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public Response get(@RestPath String collection) {
        return answer(collections.get(collection, access.ofCollections()));
    }

    @PATCH
    @Path("/{collection}")
    @Transactional
    @RolesAllowed({BUREAU_APPROVER, PLATFORM_ADMINISTRATOR})
    @Operation(
            operationId = "changeCollection",
            summary = "Close a collection, open it again, change its deadline or its roster")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CollectionChange.class),
                            examples = @ExampleObject(name = "reopening", value = CHANGE_EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The collection as it is now",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response change(
            @RestPath String collection,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CollectionChange change) {
        mustBeAllowed(change);
        Collection changed =
                collections.getToChange(collection, change.signsOff() ? access.toRead() : access.ofCollections());
        new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
        long before = changed.revision();
        Map<String, Object> previous = changed.summary();
        String what = change.applyTo(changed);
        if (changed.revision() > before) {
            announcements.publishChange(changed, what, change.reason(), change.changedBy());
            auditLog.append(changed.audited(change.changedBy(), previous, change.reason()));
        }
        return answer(changed);
    }

    @GET
    @Path("/{collection}/history")
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "listCollectionChanges", summary = "What was changed about a collection, by whom and why")
    @APIResponse(responseCode = "200", description = "The changes, latest first")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public ChangeList changes(@RestPath String collection) {
        collections.get(collection, access.toRead());
        return new ChangeList(
                collections.changes(collection).stream().map(ChangeView::of).toList());
    }

    /** The approver answers for the figures and so closes a collection; the administrator sets its roster and deadline. */
    private void mustBeAllowed(CollectionChange change) {
        if ((change.signsOff() && !access.holds(BUREAU_APPROVER))
                || (change.asksOtherwise() && !access.holds(PLATFORM_ADMINISTRATOR))) {
            throw new ForbiddenException();
        }
    }

    private static Response answer(Collection collection) {
        return Response.ok(CollectionView.of(collection))
                .tag(SeenRevision.tag(collection.revision()))
                .build();
    }
}
