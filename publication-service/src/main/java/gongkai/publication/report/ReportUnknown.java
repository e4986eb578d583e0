package gongkai.publication.report;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

public final class ReportUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    public ReportUnknown(String report) {
        super(
                Reason.ABSENT,
                "report-unknown",
                new Text("没有这份报告", "There is no such report"),
                new Text(
                        "没有收到报送任务“%s”的汇总数据。请核对代码；如果任务刚刚建立，请稍候再试。".formatted(report),
                        "No totals of a collection “%s” have arrived. Check the code; if the collection was only just opened, try again in a moment."
                                .formatted(report)));
    }
}
