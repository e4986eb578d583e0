package gongkai.chassis.deadletter;

import gongkai.chassis.problem.ProblemType;

enum DeadLetterProblem implements ProblemType {
    DEAD_LETTER_UNKNOWN(404),
    DEAD_LETTER_NOT_KEPT(409);

    private final int status;

    DeadLetterProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
