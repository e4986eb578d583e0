package gongkai.submission.collection;

import gongkai.chassis.problem.ProblemType;

/** Problems of collections, their rosters and their stated values. */
public enum CollectionProblem implements ProblemType {
    COLLECTION_CLOSED(409),
    COLLECTION_EXISTS(409),
    COLLECTION_UNKNOWN(404),
    FOREIGN_ROW(422),
    INDICATOR_NOT_DISTINCT(422),
    REOPENING_WANTS_REASON(422),
    REPORTS_IN_A_CIRCLE(422),
    UNIT_NOT_ON_ROSTER(404),
    VALUE_OUT_OF_BOUNDS(422);

    private final int status;

    CollectionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
