package gongkai.submission.collection;

import static gongkai.submission.access.Role.PLATFORM_ADMINISTRATOR;

import gongkai.submission.access.Caller;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.outbox.Outbox;
import gongkai.submission.trail.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/collections/{collection}/reports-to")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Upwards", description = "层层汇总上报: a bureau's totals become its submission in the collection above")
class ReportsToResource {

    @Schema(description = "Where the totals are to go, and who says so")
    record NewReportsTo(
            @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "xingqing-district-2018")
            String collection,

            @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "justice-bureau")
            String unit,

            @NotBlank @Size(max = 100) @Schema(examples = "王核")
            String changedBy) {}

    private final Collections collections;
    private final StatedValues values;
    private final Forms forms;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final Caller caller;

    ReportsToResource(
            Collections collections,
            StatedValues values,
            Forms forms,
            Outbox outbox,
            Trail trail,
            Clock clock,
            Caller caller) {
        this.collections = collections;
        this.values = values;
        this.forms = forms;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
        this.caller = caller;
    }

    @PUT
    @Transactional
    @RolesAllowed(PLATFORM_ADMINISTRATOR)
    @Operation(
            operationId = "reportUpwards",
            summary = "Let the totals go up to another collection whenever this one is closed",
            description =
                    "The bureau is a unit there. Closing this collection accepts what was submitted; its totals are then submitted in the"
                            + " name of whoever closed it, as a new revision each time. The same again has no further effect.")
    @APIResponse(
            responseCode = "200",
            description = "So it is; the ETag is the collection's",
            content = @Content(schema = @Schema(implementation = ReportsTo.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "422", description = "/problems/reports-in-a-circle, /problems/invalid-request")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response report(
            @RestPath String collection,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NewReportsTo wanted) {
        Collection changed = collections.getToChange(collection, caller.ofCollections());
        var above = new ReportsTo(wanted.collection, wanted.unit);
        if (!changed.reportsTo().equals(Optional.of(above))) {
            new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
            collections.mustNotReportTo(above.collection(), collection);
            change(changed, above, "上报至 %s（%s）".formatted(above.collection(), above.unit()), null, wanted.changedBy);
        }
        return Response.ok(above).tag(SeenRevision.tag(changed.revision())).build();
    }

    @DELETE
    @Transactional
    @RolesAllowed(PLATFORM_ADMINISTRATOR)
    @Operation(operationId = "stopReportingUpwards", summary = "Let the totals go up no longer")
    @APIResponse(responseCode = "204", description = "They do not; what went up stays there")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "412", description = "/problems/stale-revision")
    @APIResponse(responseCode = "428", description = "/problems/revision-not-named")
    public Response stop(
            @RestPath String collection,
            @Parameter(description = "The collection's ETag") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "Why", required = true) @RestQuery @NotBlank @Size(max = 2_000) String reason,
            @Parameter(description = "Who", required = true, example = "王核") @RestQuery @NotBlank @Size(max = 100)
                    String changedBy) {
        Collection changed = collections.getToChange(collection, caller.ofCollections());
        if (changed.reportsTo().isPresent()) {
            new SeenRevision(ifMatch).mustBe(changed.revision(), seen -> changed.standing());
            change(changed, null, "停止上报", reason, changedBy);
        }
        return Response.noContent().tag(SeenRevision.tag(changed.revision())).build();
    }

    private void change(Collection collection, ReportsTo above, String what, String reason, String by) {
        Instant now = clock.instant();
        Map<String, Object> former = collection.summary();
        collection.reportTo(above);
        collections.record(new Change(collection, what, reason, by, now));
        Form form = forms.get(collection.form()).with(collection.localRows());
        outbox.append(CollectionEvent.of(collection, form, values.of(collection.code()), now));
        trail.append(collection.deed(by, former, reason));
    }
}
