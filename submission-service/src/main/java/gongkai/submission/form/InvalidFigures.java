package gongkai.submission.form;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import java.util.List;
import java.util.Locale;

public final class InvalidFigures extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidFigures(List<Finding> findings) {
        super(
                Reason.INVALID,
                "invalid-figures",
                new Text("数据有误，未被保存", "The figures are wrong, and were not stored"),
                new Text(
                        "共 %d 处问题。请按 errors 所列逐项改正后重新报送。".formatted(findings.size()),
                        "There are %d of them. Mend what errors lists, and submit again.".formatted(findings.size())));
        this.findings = findings;
    }

    @Override
    public List<FindingView> errors(Locale language) {
        return FindingView.of(findings, language);
    }
}
