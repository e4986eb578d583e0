package gongkai.chassis;

import gongkai.chassis.problem.ProblemType;

public enum SampleProblem implements ProblemType {
    SAMPLE_GONE(410);

    private final int status;

    SampleProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
