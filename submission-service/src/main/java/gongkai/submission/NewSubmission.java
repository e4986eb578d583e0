package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Stated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unit's figures, to submit or to keep as a draft.
 *
 * @param filledInBy the unit that fills it in for this one (代填); null if the unit reports for itself
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

    /** The states that a unit can set by itself. */
    public enum Filing {
        /** Kept for later: the figures may be incomplete, and count nowhere. */
        @JsonProperty("draft")
        DRAFT,
        /** Complete, and counted in the totals. */
        @JsonProperty("submitted")
        SUBMITTED
    }

    /** A cut of form xxgk-2014, short enough to show the shape. */
    static final String EXAMPLE = """
            {
              "state": "submitted",
              "values": {"1.1": 12, "1.2.2": 12, "9.2": 0, "9.3": 4},
              "notApplicable": ["8.4"],
              "explanations": {"F5": "由区政府办统一组织培训"},
              "remarks": "微信内容均为网站转载",
              "submittedBy": "李文"
            }
            """;

    public NewSubmission {
        notApplicable = Objects.requireNonNullElse(notApplicable, List.of());
        explanations = Objects.requireNonNullElse(explanations, Map.of());
    }

    /** A declaration that nothing happened (零报告): 0 for every figure of the form. */
    static NewSubmission zeros(Form form, String declaration, String by) {
        Map<String, Object> values = form.indicators().stream().collect(Collectors.toMap(Indicator::code, code -> 0));
        return new NewSubmission(Filing.SUBMITTED, values, List.of(), Map.of(), declaration, by, null);
    }

    Stated stated() {
        return new Stated(values, Set.copyOf(notApplicable));
    }

    Revision.State wantedState() {
        return isComplete() ? Revision.State.SUBMITTED : Revision.State.DRAFT;
    }

    boolean isComplete() {
        return state == Filing.SUBMITTED;
    }
}
