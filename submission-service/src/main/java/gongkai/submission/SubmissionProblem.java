package gongkai.submission;

import gongkai.chassis.problem.ProblemType;

/** Problems of a unit's submission. */
enum SubmissionProblem implements ProblemType {
    CONCURRENT_CHANGES(409),
    NOT_SUBMITTED(409),
    NOTHING_REPORTED(404),
    REVISION_UNKNOWN(404);

    private final int status;

    SubmissionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
