package gongkai.submission.workbook;

import gongkai.chassis.problem.ProblemType;

/** Problems of a workbook that cannot be read or written. */
enum WorkbookProblem implements ProblemType {
    FIGURE_TOO_LONG_FOR_WORKBOOK(409),
    FORMULA_IN_FIGURE(422),
    NOT_A_WORKBOOK(422),
    WORKBOOK_ENCRYPTED(422),
    WORKBOOK_NOT_OURS(422),
    WORKBOOK_OF_ANOTHER_VERSION(422),
    WORKBOOK_REARRANGED(422),
    WORKBOOK_SHEET_MISSING(422),
    WORKBOOK_TOO_LARGE_INSIDE(422),
    WORKBOOK_WITH_MACROS(422);

    private final int status;

    WorkbookProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
