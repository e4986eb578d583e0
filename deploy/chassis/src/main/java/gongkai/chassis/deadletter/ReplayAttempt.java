package gongkai.chassis.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attempt to process a dead letter again, and its outcome. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"madeAt", "madeBy", "outcome"})
record ReplayAttempt(
        Instant madeAt,
        @Schema(examples = "陈运维") String madeBy,
        Outcome outcome,

        @Schema(description = "The reason if it was rejected again.")
        String reason) {

    @Schema(name = "ReplayOutcome")
    enum Outcome {
        /** Processed; an event that is older than the known state changes nothing. */
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("refused")
        REFUSED
    }
}
