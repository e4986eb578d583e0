package gongkai.publication.edition;

import gongkai.chassis.problem.ProblemType;

/** Problems with a published edition. */
public enum EditionProblem implements ProblemType {
    /** The same whether a report is being compiled or unknown: that it is being compiled is not public. */
    NOT_PUBLISHED(404),
    /** The same type, for one edition of a report. */
    EDITION_NOT_PUBLISHED(404) {
        @Override
        public String code() {
            return NOT_PUBLISHED.code();
        }
    },
    EDITION_WITHDRAWN(410);

    private final int status;

    EditionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
