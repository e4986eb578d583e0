package gongkai.aggregation;

import gongkai.chassis.problem.ProblemType;

/** The problems that only this service answers. */
public enum TotalsProblem implements ProblemType {
    COLLECTION_UNKNOWN(404),
    REVISION_UNKNOWN(404),
    NO_TOTALS_THEN(404),
    INDICATOR_UNKNOWN(404),
    FORMS_DIFFER(422),
    TOTALS_ASTRAY(500),
    TOO_MANY_WAIT(503),
    TOTALS_NOT_THERE_YET(503);

    private final int status;

    TotalsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
