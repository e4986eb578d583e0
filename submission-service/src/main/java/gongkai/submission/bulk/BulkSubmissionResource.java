package gongkai.submission.bulk;

import static gongkai.chassis.security.Role.BUREAU_EDITOR;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The submissions of many units of a collection in one request. */
@Path("/v1/collections/{collection}/submissions")
@Tag(name = "Submissions")
class BulkSubmissionResource {

    static final String NDJSON = "application/x-ndjson";

    private final Collections collections;
    private final BulkStream stream;
    private final Access access;

    BulkSubmissionResource(Collections collections, BulkStream stream, Access access) {
        this.collections = collections;
        this.stream = stream;
        this.access = access;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(BUREAU_EDITOR)
    @Operation(
            operationId = "reportMany",
            summary = "Report the figures of many units, one a line",
            description =
                    "Each line is a unit's submission with its code as `unit`, and, for a change, the revision it was made on as"
                            + " `seen`. Each is answered with a line, in order, as soon as it is stored or refused; a line that is refused"
                            + " leaves the others alone. What was stored and is sent again has no further effect.")
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BulkLine.class)))
    @APIResponse(
            responseCode = "200",
            description = "An answer a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BulkResult.class)))
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public StreamingOutput reportMany(@RestPath String collection, InputStream lines, HttpHeaders headers) {
        Scope scope = access.toReport();
        collections.get(collection, scope);
        return results -> stream.submit(scope, collection, lines, results, RequestLocale.of(headers));
    }
}
