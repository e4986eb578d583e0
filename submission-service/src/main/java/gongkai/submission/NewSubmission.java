package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.form.Stated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a unit hands in, or keeps for later.
 *
 * @param filledInBy the unit that fills it in for this one (代填); null where the unit reports for itself
 */
@Schema(description = "A unit's figures")
public record NewSubmission(
        @NotNull Filing state,

        @NotNull
        @Size(max = 2_000)
        @Schema(
                description =
                        "Indicator code to figure. Report 0 where there was none; a subtotal may be left out, and is derived.",
                additionalProperties = Object.class,
                examples = "{\"1.1\": 12, \"1.2.2\": 12, \"7\": 0.25}")
        Map<String, Object> values,

        @Size(max = 2_000) @Schema(description = "Indicators that do not apply to the unit (不适用), which is not 0")
        List<@NotNull String> notApplicable,

        @Size(max = 2_000)
        @Schema(
                description = "The reason for each broken rule of severity warning, by the rule's code",
                examples = "{\"F5\": \"由区政府办统一组织培训\"}")
        Map<String, @NotBlank @Size(max = 2_000) String> explanations,

        @Size(max = 2_000) String remarks,

        @NotBlank @Size(max = 100) @Schema(description = "Who answers for the figures", examples = "李文")
        String submittedBy,

        @Size(max = 64) @Schema(description = "The unit that fills it in for this one (代填)")
        String filledInBy) {

    /** What a unit can do with its figures by itself. */
    public enum Filing {
        /** Keep them for later: they may be incomplete, and count nowhere. */
        @JsonProperty("draft")
        DRAFT,
        /** Hand them in. */
        @JsonProperty("submitted")
        SUBMITTED
    }

    public NewSubmission {
        notApplicable = Objects.requireNonNullElse(notApplicable, List.of());
        explanations = Objects.requireNonNullElse(explanations, Map.of());
    }

    Stated stated() {
        return new Stated(values, Set.copyOf(notApplicable));
    }

    boolean isComplete() {
        return state == Filing.SUBMITTED;
    }
}
