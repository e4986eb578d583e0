package gongkai.submission;

import gongkai.submission.form.Finding;
import gongkai.submission.form.FindingView;
import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import java.util.List;
import java.util.Locale;

final class UnexplainedWarnings extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> warnings;

    UnexplainedWarnings(List<Finding> warnings) {
        super(
                Reason.INVALID,
                "warnings-unexplained",
                new Text("异常数据需说明原因，数据未被保存", "Unusual figures want a reason, and were not stored"),
                new Text(
                        "共 %d 处。请核对；确实无误的，在 explanations 中按规则代码逐条写明原因后重新报送。".formatted(warnings.size()),
                        "There are %d of them. Check them; where they are right, give the reason for each rule under explanations, and submit again."
                                .formatted(warnings.size())));
        this.warnings = warnings;
    }

    @Override
    public List<FindingView> errors(Locale language) {
        return FindingView.of(warnings, language);
    }
}
