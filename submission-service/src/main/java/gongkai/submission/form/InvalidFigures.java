package gongkai.submission.form;

import gongkai.chassis.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/** The figures do not satisfy their form; the findings say where. */
public final class InvalidFigures extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidFigures(FormProblem type, List<Finding> findings) {
        super(type, findings.size());
        this.findings = findings;
    }

    @Override
    public List<FindingView> errors(Locale language) {
        return FindingView.of(findings, language);
    }
}
