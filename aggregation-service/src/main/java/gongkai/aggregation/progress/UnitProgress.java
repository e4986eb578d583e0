package gongkai.aggregation.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The progress of a unit of the roster.
 *
 * @param revision of its submission; null as long as it is missing
 * @param notApplicable the indicators that, as the unit says, do not apply to it (不适用)
 * @param warnings the form's warnings that its figures break, with its reasons
 * @param basis the totals of the level below that its figures are; null where the unit counted them itself
 * @param submittedAt when that revision was made; null as long as it is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnitStanding")
public record UnitProgress(
        @JsonIgnore String collection,
        @Schema(examples = "legal-aid-centre") String code,
        @Schema(examples = "法律援助中心") String name,
        @Schema(examples = "法律援助中心") String kind,
        State state,
        @Schema(examples = "3") Long revision,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notApplicable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,
        SourceTotals basis,
        Instant submittedAt) {

    /** A unit without a submission is missing; otherwise its submission has the state. */
    @Schema(name = "UnitState")
    public enum State {
        @JsonProperty("submitted")
        SUBMITTED,
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("returned")
        RETURNED,
        @JsonProperty("missing")
        MISSING;

        private static State of(SubmissionState submission) {
            if (submission == null) {
                return MISSING;
            }
            return switch (submission) {
                case SUBMITTED -> SUBMITTED;
                case DRAFT -> DRAFT;
                case RETURNED -> RETURNED;
            };
        }
    }

    /** As the roster and, where there is one, the submission say. */
    UnitProgress(
            String collection,
            String code,
            String name,
            String kind,
            SubmissionState submission,
            Long revision,
            List<String> notApplicable,
            List<Warning> warnings,
            SourceTotals basis,
            Instant submittedAt) {
        this(
                collection,
                code,
                name,
                kind,
                State.of(submission),
                revision,
                Objects.requireNonNullElse(notApplicable, List.of()),
                Objects.requireNonNullElse(warnings, List.of()),
                basis,
                submittedAt);
    }
}
