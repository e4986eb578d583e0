package gongkai.publication.approval;

import gongkai.chassis.problem.ProblemType;

/** Problems on the way to an approval. */
public enum ApprovalProblem implements ProblemType {
    /** The caller belongs to no such bureau; the answer does not show whether it exists. */
    BUREAU_UNKNOWN(404),
    UNIT_NOT_ON_ROSTER(404),
    /** The review withholds a section that does not exist, or says “in part” without naming one. */
    WITHHELD_UNCLEAR(422),
    NOT_APPROVED(409),
    /** Something has changed since the draft was approved. */
    APPROVAL_VOID(409);

    private final int status;

    ApprovalProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
