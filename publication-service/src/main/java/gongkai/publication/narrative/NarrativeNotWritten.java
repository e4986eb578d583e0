package gongkai.publication.narrative;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

public final class NarrativeNotWritten extends Refusal {

    private static final long serialVersionUID = 1L;

    public NarrativeNotWritten(String report) {
        super(
                Reason.ABSENT,
                "narrative-not-written",
                new Text("文字部分尚未撰写", "No narrative has been written"),
                new Text(
                        "报告“%s”还没有文字部分。请用 PUT 提交第一稿。".formatted(report),
                        "Report “%s” has no narrative yet. PUT the first one here.".formatted(report)));
    }
}
