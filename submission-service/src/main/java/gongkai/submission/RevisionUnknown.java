package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class RevisionUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    RevisionUnknown(String unit, long number) {
        super(
                Reason.ABSENT,
                "revision-unknown",
                new Text("没有这次修订", "There is no such revision"),
                new Text(
                        "单位“%s”没有第 %d 次修订。全部修订见 …/submission/revisions。".formatted(unit, number),
                        "Unit “%s” has no revision %d. …/submission/revisions lists them all."
                                .formatted(unit, number)));
    }
}
