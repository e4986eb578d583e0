package gongkai.publication.draft;

import gongkai.chassis.problem.ProblemType;

/** Problems with a draft that is to be approved or published. */
public enum DraftProblem implements ProblemType {
    /** Some units' figures are not in the totals. */
    UNITS_MISSING(409),
    /** The form has indicators without a figure; a blank is not a 0. */
    FIGURES_MISSING(409),
    /** The totals contradict their own form. */
    RULES_BROKEN(409),
    /** The form prescribes parts that the text does not have. */
    OUTLINE_NOT_FOLLOWED(409),
    /** The text refers to figures that do not exist: of the year before, or a share of nothing. */
    REFERENCES_BLANK(409),
    TEXT_CONTRADICTS_TABLE(409),
    /** Some numbers of the text are not accounted for. */
    NUMBERS_OPEN(409),
    /** Nothing is published without a review (先审查后公开). */
    NOT_REVIEWED(409),
    REVIEWED_AS_SECRET(409),
    /** The approver has seen another draft than the present one. */
    DRAFT_HAS_CHANGED(409),
    /** The bureau requires different people to write, review and approve. */
    FOUR_EYES_WANTED(409),
    /** A correction explains itself to the readers of the earlier edition. */
    REASON_MISSING(422),
    /** A correction cannot be read before the edition that it corrects, nor a report before now. */
    TOO_EARLY(422);

    private final int status;

    DraftProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
