package gongkai.submission.edit;

import gongkai.chassis.problem.ProblemType;

/** Problems of a change that does not name the current revision. */
enum EditProblem implements ProblemType {
    REVISION_NOT_NAMED(428),
    STALE_REVISION(412);

    private final int status;

    EditProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
