package gongkai.submission.edit;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class StaleRevision extends Refusal {

    private static final long serialVersionUID = 1L;

    StaleRevision(String seen, long current, Text standing) {
        super(
                Reason.STALE,
                "stale-revision",
                new Text("其间已有他人修改", "Somebody has changed this meanwhile"),
                new Text(
                        "您依据的是 %s，现为第 %d 次修订（%s）。请重新读取，核对后再提交。".formatted(seen, current, standing.zh()),
                        "You have seen %s; revision %d stands now (%s). Read it again, compare, and send once more."
                                .formatted(seen, current, standing.en())));
    }
}
