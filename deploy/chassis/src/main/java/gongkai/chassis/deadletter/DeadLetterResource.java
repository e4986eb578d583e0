package gongkai.chassis.deadletter;

import gongkai.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/dead-letters/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMINISTRATOR)
@Tag(name = "Dead letters", description = "死信: events that could not be processed")
class DeadLetterResource {

    private static final String EXAMPLE = """
            {
              "id": 17,
              "topic": "gongkai.totals",
              "partition": 3,
              "offset": 4711,
              "writtenAt": "2019-01-08T01:30:00Z",
              "key": "xingqing-justice-2018",
              "type": "gongkai.totals.v1",
              "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
              "size": 512,
              "kept": true,
              "reason": "Unrecognized token 'not': was expecting a JSON value",
              "foundAt": "2019-01-08T01:30:01Z",
              "state": "applied",
              "replays": [
                {
                  "madeAt": "2019-01-08T02:00:00Z",
                  "madeBy": "陈运维",
                  "outcome": "applied"
                }
              ]
            }""";

    @Schema(requiredProperties = "items")
    record DeadLetterList(List<DeadLetterView> items) {}

    private final DeadLetters letters;
    private final EventReplay processor;
    private final ReplayRecorder recorder;

    DeadLetterResource(DeadLetters letters, EventReplay processor, ReplayRecorder recorder) {
        this.letters = letters;
        this.processor = processor;
        this.recorder = recorder;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDeadLetters",
            summary = "Dead letters, oldest first",
            description = "The Link header with rel=next leads to those that follow. Their data is not shown.")
    @APIResponse(
            responseCode = "200",
            description = "The dead letters",
            content = @Content(schema = @Schema(implementation = DeadLetterList.class)))
    public Response list(
            @RestQuery @DefaultValue("false") @Parameter(description = "Also those that were applied since.")
                    boolean all,
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "Those with a greater id.") long after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            UriInfo uri) {
        // One more than asked for tells whether others follow.
        List<DeadLetterView> found = letters.after(after, all, limit + 1);
        List<DeadLetterView> page = found.subList(0, Math.min(limit, found.size()));
        var answer = Response.ok(new DeadLetterList(page));
        if (found.size() > limit) {
            answer.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("after", page.get(limit - 1).id())
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "explainDeadLetter",
            summary = "An event's origin, the reason why it could not be processed, and the attempts to replay it")
    @APIResponse(
            responseCode = "200",
            description = "The dead letter",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadLetterView.class),
                            examples = @ExampleObject(name = "replayed", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "/problems/dead-letter-unknown")
    public DeadLetterView explain(@Parameter(example = "17") @RestPath long id) {
        return letters.explain(id);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Process the event again, unchanged",
            description =
                    "Useful after the cause was removed, such as by a newer version of the service. An event may be replayed any number of"
                            + " times: one that is older than the known state changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The event was processed or rejected again: see the last of replays",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadLetterView.class),
                            examples = @ExampleObject(name = "replayed", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "/problems/dead-letter-unknown")
    @APIResponse(responseCode = "409", description = "/problems/dead-letter-not-kept")
    public DeadLetterView replay(@Parameter(example = "17") @RestPath long id) {
        recorder.record(id, processor.replay(letters.event(id)));
        return letters.explain(id);
    }
}
