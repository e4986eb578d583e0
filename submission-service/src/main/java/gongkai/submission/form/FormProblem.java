package gongkai.submission.form;

import gongkai.chassis.problem.ProblemType;

/** Problems of figures that do not satisfy their form, and of forms that do not exist. */
public enum FormProblem implements ProblemType {
    FORM_UNKNOWN(404),
    INVALID_FIGURES(422),
    WARNINGS_UNEXPLAINED(422);

    private final int status;

    FormProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
