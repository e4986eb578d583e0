package gongkai.publication.narrative;

import gongkai.chassis.problem.ProblemType;

/** Problems with the text of a report. */
public enum NarrativeProblem implements ProblemType {
    NARRATIVE_NOT_WRITTEN(404),
    /** Somebody else has changed the text: storing this one would lose theirs. */
    STALE_REVISION(412),
    /** The request does not name the revision that its author has seen. */
    REVISION_NOT_NAMED(428),
    /** The text refers to figures that its form does not have, or in an unreadable way. */
    REFERENCES_UNKNOWN(422),
    TEXT_TOO_LONG(422);

    private final int status;

    NarrativeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
