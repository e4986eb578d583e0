package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The review for secrecy does not let the report out. */
final class ReviewedAsSecret extends Refusal {

    private static final long serialVersionUID = 1L;

    ReviewedAsSecret(Review review) {
        super(
                Reason.CONFLICT,
                "reviewed-as-secret",
                new Text("保密审查结论为不予公开", "The review says: do not publish"),
                new Text(
                        "%s 的审查结论为不予公开（%s）。请修改后重新审查。".formatted(review.reviewedBy(), review.ticket()),
                        "%s has reviewed it as not to be published (%s). Change it, and have it reviewed again."
                                .formatted(review.reviewedBy(), review.ticket())));
    }
}
