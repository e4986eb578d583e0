package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** Nothing is made public that has not been reviewed (先审查后公开). */
final class NotReviewed extends Refusal {

    private static final long serialVersionUID = 1L;

    NotReviewed(long narrativeRevision) {
        super(
                Reason.CONFLICT,
                "not-reviewed",
                new Text("尚未经保密审查", "Not reviewed for secrecy"),
                new Text(
                        "第 %d 稿文字尚未经保密审查。请先审查（review）。".formatted(narrativeRevision),
                        "Revision %d of the text has not been reviewed for secrecy. Review it first."
                                .formatted(narrativeRevision)));
    }
}
