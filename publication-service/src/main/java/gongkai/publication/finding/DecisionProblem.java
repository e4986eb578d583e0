package gongkai.publication.finding;

import gongkai.chassis.problem.ProblemType;

/** Problems with decisions about numbers and contradictions. */
public enum DecisionProblem implements ProblemType {
    /** Some decisions are about nothing in the text, or do not fit the figures. */
    DECISIONS_UNFIT(422);

    private final int status;

    DecisionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
