package gongkai.submission.file;

import gongkai.chassis.problem.ProblemType;

/** Problems of a file that was downloaded for another submission. */
enum FileProblem implements ProblemType {
    FILE_OF_ANOTHER_COLLECTION(422),
    FILE_OF_ANOTHER_FORM(422),
    FILE_OF_ANOTHER_UNIT(422);

    private final int status;

    FileProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
