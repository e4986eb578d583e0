package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** Readers of an earlier edition are owed an explanation. */
final class ReasonMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    ReasonMissing(int edition) {
        super(
                Reason.INVALID,
                "reason-missing",
                new Text("更正须说明理由", "A correction needs a reason"),
                new Text(
                        "报告已经发布，这将是第 %d 版。请在 reason 中向公众说明更正的理由。".formatted(edition),
                        "The report is published already, and this would be edition %d. Tell its readers why, in reason."
                                .formatted(edition)));
    }
}
