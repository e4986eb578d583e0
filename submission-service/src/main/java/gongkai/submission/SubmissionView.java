package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.form.FindingView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision as its readers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Submission", description = "报送: a unit's figures in a collection, as one revision left them")
record SubmissionView(
        String collection,
        String unit,
        long revision,
        Standing state,
        Map<String, BigDecimal> values,

        @Schema(description = "Subtotals that were left out and follow from their rules")
        List<String> derived,

        @Schema(description = "Indicators that do not apply to the unit")
        List<String> notApplicable,

        @Schema(description = "The reason for each warning, by the rule's code")
        Map<String, String> explanations,

        String remarks,

        @Schema(description = "Why it was returned or withdrawn")
        String reason,

        String submittedBy,

        @Schema(description = "The unit that filled it in for this one (代填)")
        String filledInBy,

        @Schema(description = "How the figures came in") Source source,
        Basis basis,
        Instant submittedAt,

        @Schema(description = "Submitted after the deadline")
        boolean late,

        @Schema(description = "What is unusual about it; of a draft, also what it still lacks")
        List<FindingView> findings) {

    /** Where a submission stands, seen together with its collection. */
    @Schema(name = "SubmissionState")
    enum Standing {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("submitted")
        SUBMITTED,
        @JsonProperty("returned")
        RETURNED,
        /** It was submitted when its collection closed. */
        @JsonProperty("accepted")
        ACCEPTED;

        static Standing of(Revision.State state, boolean collectionClosed) {
            return switch (state) {
                case DRAFT -> DRAFT;
                case SUBMITTED -> collectionClosed ? ACCEPTED : SUBMITTED;
                case RETURNED -> RETURNED;
            };
        }
    }

    static SubmissionView of(Revision revision, boolean collectionClosed, List<FindingView> findings) {
        Statement statement = revision.statement();
        return new SubmissionView(
                revision.collection(),
                revision.unit(),
                revision.number(),
                Standing.of(revision.state(), collectionClosed),
                statement.figures(),
                statement.derived(),
                statement.notApplicable(),
                statement.explanations(),
                statement.remarks(),
                revision.reason(),
                revision.madeBy(),
                revision.filledInBy(),
                revision.source(),
                revision.basis(),
                revision.madeAt(),
                revision.late(),
                findings);
    }
}
