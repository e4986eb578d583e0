package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

final class NotApproved extends Refusal {

    private static final long serialVersionUID = 1L;

    NotApproved(String report) {
        super(
                Reason.CONFLICT,
                "not-approved",
                new Text("尚未批准", "Not approved"),
                new Text(
                        "报告“%s”尚未批准，或批准的不是这一稿。请先批准（approval）。".formatted(report),
                        "Report “%s” is not approved, or not this draft of it. Have it approved first."
                                .formatted(report)));
    }
}
