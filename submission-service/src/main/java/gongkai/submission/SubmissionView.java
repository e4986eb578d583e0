package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        Revision.State state,
        Map<String, BigDecimal> values,

        @Schema(description = "Subtotals that were left out and follow from their rules")
        List<String> derived,

        String remarks,
        @Schema(description = "Why it was returned") String reason,
        String submittedBy,
        Instant submittedAt,

        @Schema(description = "Submitted after the deadline")
        boolean late,

        @Schema(description = "What is unusual about it; of a draft, also what it still lacks")
        List<FindingView> findings) {

    static SubmissionView of(Revision revision, List<FindingView> findings) {
        Statement statement = revision.statement();
        return new SubmissionView(
                revision.collection(),
                revision.unit(),
                revision.number(),
                revision.state(),
                statement.figures(),
                statement.derived(),
                statement.remarks(),
                revision.reason(),
                revision.madeBy(),
                revision.madeAt(),
                revision.late(),
                findings);
    }
}
