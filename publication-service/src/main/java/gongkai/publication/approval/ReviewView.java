package gongkai.publication.approval;

import gongkai.publication.approval.Review.Outcome;
import gongkai.publication.approval.Review.WithheldSection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Review",
        requiredProperties = {"narrativeRevision", "outcome", "ticket", "withheld", "reviewedBy", "reviewedAt"})
public record ReviewView(
        long narrativeRevision,
        Outcome outcome,
        String ticket,
        List<WithheldSection> withheld,
        String reviewedBy,
        Instant reviewedAt) {

    public static ReviewView of(Review review) {
        return new ReviewView(
                review.narrativeRevision(),
                review.outcome(),
                review.ticket(),
                review.withheld(),
                review.reviewedBy(),
                review.reviewedAt());
    }
}
