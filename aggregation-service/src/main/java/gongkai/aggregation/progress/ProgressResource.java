package gongkai.aggregation.progress;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/totals/{collection}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress", description = "报送进度: who has submitted, and who is missing")
class ProgressResource {

    @Schema(name = "CollectionProgress")
    record ProgressView(
            @Schema(examples = "xingqing-justice-2018") String collection,

            @Schema(examples = "7", description = "Of the totals.")
            long revision,

            Progress progress,
            List<UnitProgress> units) {

        static ProgressView of(String collection, long revision, List<UnitProgress> units) {
            return new ProgressView(collection, revision, Progress.of(units), units);
        }
    }

    private final Collections collections;
    private final Submissions submissions;
    private final Access access;

    ProgressResource(Collections collections, Submissions submissions, Access access) {
        this.collections = collections;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getProgress", summary = "Where each unit of the roster stands")
    @APIResponse(
            responseCode = "200",
            description = "The units in the roster's order, and how many stand where",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The totals' revision",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ProgressView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revision in If-None-Match")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public Response get(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection, @Context Request request) {
        long revision = collections.latest(collection, access.toRead());
        return RevisionedResponse.of(
                revision,
                request,
                () -> ProgressView.of(
                        collection,
                        revision,
                        submissions.progressOf(Set.of(collection), revision).getOrDefault(collection, List.of())));
    }
}
