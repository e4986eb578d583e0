package gongkai.chassis.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter without its data: the platform's administrator sees no figures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DeadLetter",
        description = "An event that could not be processed (死信)",
        requiredProperties = {
            "id",
            "topic",
            "partition",
            "offset",
            "writtenAt",
            "size",
            "kept",
            "reason",
            "foundAt",
            "state"
        })
record DeadLetterView(
        @Schema(examples = "17") long id,
        @Schema(examples = "gongkai.totals") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "4711") long offset,

        @Schema(description = "When it was written to the topic.")
        Instant writtenAt,

        @Schema(description = "The record's key; left out if it has none.", examples = "xingqing-justice-2018")
        String key,

        @Schema(description = "The event's type; left out if it has none.", examples = "gongkai.totals.v1")
        String type,

        @Schema(description = "The trace of the request that caused it (W3C).")
        String traceparent,

        @Schema(description = "In bytes.", examples = "512") int size,

        @Schema(
                description =
                        "Whether it is kept here and can be replayed. The largest are in the dead-letter topic alone.")
        boolean kept,

        @Schema(
                description = "The reason why it could not be processed.",
                examples = "Unrecognized token 'not': was expecting a JSON value")
        String reason,

        Instant foundAt,
        State state,

        @Schema(description = "The attempts to replay it, oldest first; left out of lists.")
        List<ReplayAttempt> replays) {

    @Schema(name = "DeadLetterState")
    enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("applied")
        APPLIED
    }

    DeadLetterView with(List<ReplayAttempt> replayed) {
        return new DeadLetterView(
                id,
                topic,
                partition,
                offset,
                writtenAt,
                key,
                type,
                traceparent,
                size,
                kept,
                reason,
                foundAt,
                state,
                replayed);
    }
}
