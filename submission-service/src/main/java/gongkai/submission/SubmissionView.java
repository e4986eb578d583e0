package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.submission.form.FindingView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision in a response. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Submission", description = "报送: a unit's figures in a collection, as one revision left them")
public record SubmissionView(
        String collection,
        String unit,
        long revision,
        SubmissionStatus state,
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
        SourceTotals basis,
        Instant submittedAt,

        @Schema(description = "Submitted after the deadline")
        boolean late,

        @Schema(description = "What is unusual about it; of a draft, also what it still lacks")
        List<FindingView> findings) {

    static final String EXAMPLE = """
            {
              "collection": "xingqing-justice-2018",
              "unit": "legal-aid-centre",
              "revision": 1,
              "state": "submitted",
              "values": {"1.1": 12, "1.2.2": 12, "3.1": 0, "9.2": 0, "9.3": 4},
              "derived": ["3.1"],
              "notApplicable": ["8.4"],
              "explanations": {"F5": "由区政府办统一组织培训"},
              "remarks": "微信内容均为网站转载",
              "submittedBy": "李文",
              "source": "api",
              "submittedAt": "2019-01-08T01:30:00Z",
              "late": false,
              "findings": []
            }
            """;

    public static SubmissionView of(Revision revision, boolean collectionClosed, List<FindingView> findings) {
        SubmissionContent content = revision.content();
        return new SubmissionView(
                revision.collection(),
                revision.unit(),
                revision.number(),
                SubmissionStatus.of(revision.state(), collectionClosed),
                content.figures(),
                content.derived(),
                content.notApplicable(),
                content.explanations(),
                content.remarks(),
                revision.reason(),
                revision.madeBy(),
                revision.filledInBy(),
                revision.source(),
                revision.sourceTotals(),
                revision.madeAt(),
                revision.late(),
                findings);
    }
}
