package gongkai.publication.edition;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The same whether a report is still being compiled or nobody has heard of it: that it is being compiled is not public. */
public final class NotPublished extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotPublished(String report) {
        super(
                Reason.ABSENT,
                "not-published",
                new Text("没有已发布的报告", "There is no such published report"),
                new Text(
                        "没有以“%s”为代码发布过报告。请核对代码，已发布的报告见 /v1/reports。".formatted(report),
                        "No report “%s” has been published. Check its code: what is published is listed at /v1/reports."
                                .formatted(report)));
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
