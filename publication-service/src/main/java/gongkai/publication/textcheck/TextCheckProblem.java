package gongkai.publication.textcheck;

import gongkai.chassis.problem.ProblemType;

/** Problems with a text that is to be checked. */
public enum TextCheckProblem implements ProblemType {
    FORM_NOT_AUDITED(422),
    INDICATORS_UNKNOWN(422);

    private final int status;

    TextCheckProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
