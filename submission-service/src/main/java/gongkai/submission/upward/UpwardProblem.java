package gongkai.submission.upward;

import gongkai.chassis.problem.ProblemType;

/** Problems of totals that cannot be reported to the collection above. */
enum UpwardProblem implements ProblemType {
    FORMS_DIFFER(409),
    RULES_BROKEN(409),
    UNITS_MISSING(409);

    private final int status;

    UpwardProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
