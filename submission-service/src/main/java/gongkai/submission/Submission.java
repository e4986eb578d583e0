package gongkai.submission;

import java.util.Objects;
import java.util.Optional;

/** One unit's figures in a collection (报送): where its revisions have brought it, and what can come next. */
class Submission {

    private final String collection;
    private final String unit;
    private final Optional<Revision> latest;

    Submission(String collection, String unit, Optional<Revision> latest) {
        this.collection = collection;
        this.unit = unit;
        this.latest = latest;
    }

    /** Whether it says just this already, so that a request that was sent again has one effect. */
    boolean says(Revision.State state, Statement statement, Act act) {
        return latest.filter(revision -> revision.state() == state
                        && revision.statement().equals(statement)
                        && revision.madeBy().equals(act.by())
                        && Objects.equals(revision.filledInBy(), act.filledInBy())
                        && Objects.equals(revision.basis(), act.basis()))
                .isPresent();
    }

    Revision draft(Statement statement, Act act) {
        return next(Revision.State.DRAFT, statement, null, act, false);
    }

    /** @param late whether the deadline has passed; late figures count, and are marked */
    Revision submit(Statement statement, Act act, boolean late) {
        return next(Revision.State.SUBMITTED, statement, null, act, late);
    }

    /**
     * The bureau sends it back to its unit (退回).
     *
     * @throws NotSubmitted unless it is submitted
     */
    Revision giveBack(String reason, Act act) {
        Revision submitted = submitted();
        return next(Revision.State.RETURNED, submitted.statement(), reason, act, submitted.late());
    }

    /**
     * The unit takes it back, and has it as a draft.
     *
     * @throws NotSubmitted unless it is submitted
     */
    Revision withdraw(String reason, Act act) {
        return next(Revision.State.DRAFT, submitted().statement(), reason, act, false);
    }

    /**
     * It goes back to its unit, as far as it is known, because revisions up to this one are lost.
     *
     * @param lost the latest that others know, whose number is never given again
     */
    Revision goOnAbove(long lost, String reason, Act act) {
        return new Revision(
                new Revision.Key(collection, unit, lost),
                Revision.State.RETURNED,
                latest.map(Revision::statement).orElse(Statement.NOTHING),
                reason,
                act,
                latest.map(Revision::late).orElse(false));
    }

    Optional<Revision> known() {
        return latest;
    }

    boolean isNew() {
        return latest.isEmpty();
    }

    /** @throws NothingReported where the unit has not begun */
    Revision latest() {
        return latest.orElseThrow(() -> new NothingReported(collection, unit));
    }

    private Revision submitted() {
        Revision revision = latest();
        if (revision.state() != Revision.State.SUBMITTED) {
            throw new NotSubmitted(unit);
        }
        return revision;
    }

    private Revision next(Revision.State state, Statement statement, String reason, Act act, boolean late) {
        long number = latest.map(Revision::number).orElse(0L) + 1;
        return new Revision(new Revision.Key(collection, unit, number), state, statement, reason, act, late);
    }
}
