package gongkai.aggregation.analysis;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.RevisionedResponse;
import gongkai.aggregation.total.Snapshots;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/totals/{collection}/compare")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class ComparisonResource {

    private final Collections collections;
    private final Snapshots snapshots;
    private final Access access;

    ComparisonResource(Collections collections, Snapshots snapshots, Access access) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.access = access;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "compareTotals",
            summary = "The totals beside those of another period or bureau",
            description = "Figure by figure, where both have the same form.")
    @APIResponse(
            responseCode = "200",
            description = "Each figure, the other, and how much they differ",
            headers =
                    @Header(name = "ETag", description = "Both revisions", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the revisions in If-None-Match")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    @APIResponse(responseCode = "422", description = "/problems/forms-differ")
    public Response compare(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(
                            description = "The collection to compare with",
                            required = true,
                            example = "xingqing-justice-2017")
                    @RestQuery
                    String with,
            @Context Request request) {
        if (with == null) {
            throw new BadRequestException("with is missing");
        }
        long revision = collections.latest(collection, access.toRead());
        long other = collections.latest(with, access.toRead());
        return RevisionedResponse.builder(
                        "%d-%d".formatted(revision, other),
                        request,
                        () -> Response.ok(
                                ComparisonView.of(snapshots.at(collection, revision), snapshots.at(with, other))))
                .build();
    }
}
