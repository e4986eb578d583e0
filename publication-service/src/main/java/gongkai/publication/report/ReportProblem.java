package gongkai.publication.report;

import gongkai.chassis.problem.ProblemType;

/** Problems with a report as such. */
public enum ReportProblem implements ProblemType {
    REPORT_UNKNOWN(404);

    private final int status;

    ReportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
