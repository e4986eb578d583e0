package gongkai.publication.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody had a dead letter taken in again, and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"madeAt", "madeBy", "outcome"})
record Replay(
        Instant madeAt,
        @Schema(examples = "陈运维") String madeBy,
        Outcome outcome,

        @Schema(description = "Why it was refused again.") String reason) {

    @Schema(name = "ReplayOutcome")
    enum Outcome {
        /** Taken in; where something newer is known already, that changes nothing. */
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("refused")
        REFUSED
    }
}
