package gongkai.aggregation.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter without what it holds: whoever looks after the platform sees no figures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DeadLetter",
        description = "An event that could not be taken in (死信)",
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
        @Schema(examples = "gongkai.submissions") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "4711") long offset,

        @Schema(description = "When it was written to the topic.")
        Instant writtenAt,

        @Schema(
                description = "What it is about, as its key says; left out where it has none.",
                examples = "xingqing-justice-2018/legal-aid-centre")
        String key,

        @Schema(description = "As it says of itself; left out where it does not.", examples = "gongkai.submission.v1")
        String type,

        @Schema(description = "The trace of the request that caused it (W3C).")
        String traceparent,

        @Schema(description = "In bytes.", examples = "512") int size,

        @Schema(
                description =
                        "Whether it is kept here, so that it can be replayed; the largest are in the topic of dead letters alone.")
        boolean kept,

        @Schema(
                description = "Why it could not be taken in.",
                examples = "Unrecognized token 'not': was expecting a JSON value")
        String reason,

        Instant foundAt,
        State state,

        @Schema(description = "What was tried since, first one first; left out of lists.")
        List<Replay> replays) {

    @Schema(name = "DeadLetterState")
    enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("applied")
        APPLIED
    }

    DeadLetterView with(List<Replay> replayed) {
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
