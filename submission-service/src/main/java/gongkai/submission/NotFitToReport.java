package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import java.util.List;

/** The totals of a closed collection that nobody should rely on yet. */
final class NotFitToReport extends Refusal {

    private static final long serialVersionUID = 1L;

    private NotFitToReport(String type, Text title, Text detail) {
        super(Reason.CONFLICT, type, title, detail);
    }

    static NotFitToReport missing(List<String> units) {
        String names = String.join(", ", units);
        return new NotFitToReport(
                "units-missing",
                new Text("有单位未报送", "Units are missing"),
                new Text(
                        "未报送的单位：%s。请重新开放任务，待其报送或移出名单后再关闭。".formatted(names),
                        "Missing: %s. Open the collection again, and close it when they have submitted or left the roster."
                                .formatted(names)));
    }

    static NotFitToReport broken(List<String> rules) {
        String names = String.join(", ", rules);
        return new NotFitToReport(
                "rules-broken",
                new Text("汇总不符合勾稽关系", "The totals break rules of the form"),
                new Text(
                        "汇总不符合：%s。请重新开放任务，由有关单位核对。".formatted(names),
                        "The totals break %s. Open the collection again and have the units check their figures."
                                .formatted(names)));
    }

    static NotFitToReport otherForm(String form, String above) {
        return new NotFitToReport(
                "forms-differ",
                new Text("上级任务使用另一统计表", "The collection above has another form"),
                new Text(
                        "本级使用“%s”，上级使用“%s”，不能直接上报。".formatted(form, above),
                        "This collection has the form “%s”, the one above “%s”: the figures cannot be passed on."
                                .formatted(form, above)));
    }
}
