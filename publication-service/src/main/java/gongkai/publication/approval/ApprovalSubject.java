package gongkai.publication.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.publication.edition.FindingView;
import gongkai.publication.finding.Decision.Ruling;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.EarlierYear;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that an approval speaks of. Its hash is what is approved: when any of this changes, the approval is void.
 *
 * @param form SHA-256 of the whole form, labels and rules included
 * @param units the revision of each submission that is counted
 * @param narrative as readers would see it
 * @param decisions of numbers and contradictions, as far as they hold
 * @param omissions the reason by unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalSubject(
        String report,
        int edition,
        long totals,
        String form,
        Map<String, BigDecimal> values,
        Map<String, BigDecimal> yearBefore,
        List<EarlierYear> history,
        Map<String, Long> units,
        List<Section> narrative,
        Map<String, Ruling> decisions,
        Map<String, String> omissions,
        ReviewOf review,
        List<FindingView> findings) {

    /** The review, as far as it is approved along with the rest. */
    public record ReviewOf(
            Review.Outcome outcome, String ticket, List<Review.WithheldSection> withheld, String reviewedBy) {

        public static ReviewOf of(Review review) {
            return new ReviewOf(review.outcome(), review.ticket(), review.withheld(), review.reviewedBy());
        }
    }
}
