package gongkai.submission.csv;

import gongkai.chassis.problem.ProblemType;

/** Problems of a file that cannot be read as the CSV of a form. */
enum CsvProblem implements ProblemType {
    CSV_BROKEN(422),
    CSV_CODE_TWICE(422),
    CSV_ENCODING_UNKNOWN(422),
    CSV_HEADER_MISSING(422),
    CSV_REVISION_UNREADABLE(422),
    CSV_TOO_LARGE(422);

    private final int status;

    CsvProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
