package gongkai.submission.collection;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.collection.StatedValues.Bounds;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.form.RollUp;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}/stated-values")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collections", description = "报送任务: who is asked what, for which period, until when")
class StatedValueResource {

    @Schema(description = "What the bureau says a figure comes to, and why")
    record NewStatedValue(
            @NotNull @PositiveOrZero @Digits(integer = 18, fraction = 6) @Schema(examples = "63")
            BigDecimal value,

            @NotBlank @Size(max = 2_000) @Schema(examples = "12 条为各司法所转载的同一文件")
            String reason,

            @NotBlank @Size(max = 100) @Schema(examples = "王核")
            String statedBy) {}

    record StatedValueList(List<StatedValue> items) {}

    private final Collections collections;
    private final StatedValues values;
    private final Forms forms;
    private final Announcements announcements;
    private final AuditLog auditLog;
    private final Clock clock;
    private final Access access;

    StatedValueResource(
            Collections collections,
            StatedValues values,
            Forms forms,
            Announcements announcements,
            AuditLog auditLog,
            Clock clock,
            Access access) {
        this.collections = collections;
        this.values = values;
        this.forms = forms;
        this.announcements = announcements;
        this.auditLog = auditLog;
        this.clock = clock;
        this.access = access;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "listStatedValues", summary = "The figures that the bureau has stated itself")
    @APIResponse(responseCode = "200", description = "In the order of their codes")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public StatedValueList list(@RestPath String collection) {
        collections.get(collection, access.toRead());
        return new StatedValueList(values.of(collection));
    }

    @PUT
    @Path("/{indicator}")
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "stateValue",
            summary = "State what a figure comes to that several units reported in part",
            description =
                    "Of figures of which the same thing counts once (相同信息计1条). It must lie between the largest that one unit reported and"
                            + " the sum; while it does, the totals use it instead of the sum. The same again has no further effect.")
    @APIResponse(
            responseCode = "200",
            description = "Stated; the ETag is the collection's",
            content = @Content(schema = @Schema(implementation = StatedValue.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(
            responseCode = "422",
            description = "/problems/indicator-not-distinct, /problems/value-out-of-bounds, /problems/invalid-request")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response state(
            @RestPath String collection,
            @Parameter(example = "1.1") @RestPath @Size(max = 100) String indicator,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NewStatedValue wanted) {
        Collection changed = collections.getToChange(collection, access.toRead());
        var key = new StatedValue.Key(collection, indicator);
        StatedValue stated = values.findByIdOptional(key).orElseGet(() -> new StatedValue(collection, indicator));
        if (stated.says(wanted.value, wanted.reason, wanted.statedBy)) {
            return answer(changed, stated);
        }
        new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
        mustBePossible(changed, indicator, wanted.value);
        Map<String, Object> previous = stated.summary();
        stated.state(wanted.value, wanted.reason, wanted.statedBy, clock.instant());
        values.persist(stated);
        changed.restate();
        String what = "认定 %s 为 %s".formatted(indicator, stated.value().toPlainString());
        announcements.publishChange(changed, what, wanted.reason, wanted.statedBy);
        auditLog.append(new AuditedChange(
                changed.bureau().code(),
                null,
                path(stated),
                wanted.statedBy,
                previous,
                stated.summary(),
                wanted.reason));
        return answer(changed, stated);
    }

    @DELETE
    @Path("/{indicator}")
    @Transactional
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(operationId = "withdrawStatedValue", summary = "Let the sum count again")
    @APIResponse(
            responseCode = "204",
            description = "Nothing is stated of this figure any more; the ETag is the collection's")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response withdraw(
            @RestPath String collection,
            @Parameter(example = "1.1") @RestPath @Size(max = 100) String indicator,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "Why", required = true) @RestQuery @NotBlank @Size(max = 2_000) String reason,
            @Parameter(description = "Who", required = true, example = "王核") @RestQuery @NotBlank @Size(max = 100)
                    String withdrawnBy) {
        Collection changed = collections.getToChange(collection, access.toRead());
        values.findByIdOptional(new StatedValue.Key(collection, indicator)).ifPresent(stated -> {
            new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
            values.delete(stated);
            changed.restate();
            announcements.publishChange(changed, "撤销对 %s 的认定".formatted(indicator), reason, withdrawnBy);
            auditLog.append(new AuditedChange(
                    changed.bureau().code(), null, path(stated), withdrawnBy, stated.summary(), null, reason));
        });
        return Response.noContent().tag(SeenRevision.tag(changed.revision())).build();
    }

    private void mustBePossible(Collection collection, String indicator, BigDecimal value) {
        Form form = forms.get(collection.form()).with(collection.localRows());
        boolean isDistinct = form.indicators().stream()
                .anyMatch(known -> known.code().equals(indicator) && known.rollUp() == RollUp.DISTINCT);
        if (!isDistinct) {
            throw new ProblemException(CollectionProblem.INDICATOR_NOT_DISTINCT, indicator, form.code());
        }
        Bounds bounds = values.bounds(collection.code(), indicator);
        if (!bounds.admit(value)) {
            throw new ProblemException(
                    CollectionProblem.VALUE_OUT_OF_BOUNDS,
                    indicator,
                    bounds.lower().toPlainString(),
                    bounds.upper().toPlainString());
        }
    }

    private static String path(StatedValue stated) {
        return "/v1/collections/%s/stated-values/%s".formatted(stated.collection(), stated.indicator());
    }

    private static Response answer(Collection collection, StatedValue stated) {
        return Response.ok(stated).tag(SeenRevision.tag(collection.revision())).build();
    }
}
