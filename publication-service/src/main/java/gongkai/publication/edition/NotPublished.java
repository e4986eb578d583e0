package gongkai.publication.edition;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

public final class NotPublished extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotPublished(String report) {
        super(
                Reason.ABSENT,
                "not-published",
                new Text("报告尚未发布", "This report is not published"),
                new Text(
                        "报告“%s”尚在编制，还没有发布。".formatted(report),
                        "Report “%s” is still being compiled; no edition of it is published.".formatted(report)));
    }

    public NotPublished(String report, int edition) {
        super(
                Reason.ABSENT,
                "not-published",
                new Text("没有这一版", "There is no such edition"),
                new Text(
                        "报告“%s”没有第 %d 版。已发布的各版见 editions。".formatted(report, edition),
                        "Report “%s” has no edition %d; its editions are listed at editions."
                                .formatted(report, edition)));
    }
}
