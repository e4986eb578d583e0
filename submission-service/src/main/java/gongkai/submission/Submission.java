package gongkai.submission;

import gongkai.submission.language.Text;
import java.time.Instant;
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
    boolean says(Revision.State state, Statement statement, String madeBy) {
        return latest.filter(revision -> revision.state() == state
                        && revision.statement().equals(statement)
                        && revision.madeBy().equals(madeBy))
                .isPresent();
    }

    Revision draft(Statement statement, String madeBy, Instant now) {
        return next(Revision.State.DRAFT, statement, null, madeBy, now, false);
    }

    /** @param late whether the deadline has passed; late figures count, and are marked */
    Revision submit(Statement statement, String madeBy, Instant now, boolean late) {
        return next(Revision.State.SUBMITTED, statement, null, madeBy, now, late);
    }

    /**
     * Sends it back to its unit (退回).
     *
     * @throws NothingToReturn unless it is submitted
     */
    Revision giveBack(String reason, String madeBy, Instant now) {
        Revision submitted = latest.filter(revision -> revision.state() == Revision.State.SUBMITTED)
                .orElseThrow(() -> new NothingToReturn(unit));
        return next(Revision.State.RETURNED, submitted.statement(), reason, madeBy, now, submitted.late());
    }

    boolean isNew() {
        return latest.isEmpty();
    }

    /** @throws NothingReported where the unit has not begun */
    Revision latest() {
        return latest.orElseThrow(() -> new NothingReported(collection, unit));
    }

    /** Who brought it where it is, for an editor who saw something else. */
    Text standing() {
        Revision revision = latest();
        return new Text(
                "%s 于 %s 修订".formatted(revision.madeBy(), revision.madeAt()),
                "made by %s at %s".formatted(revision.madeBy(), revision.madeAt()));
    }

    private Revision next(
            Revision.State state, Statement statement, String reason, String madeBy, Instant now, boolean late) {
        long number = latest.map(Revision::number).orElse(0L) + 1;
        return new Revision(new Revision.Key(collection, unit, number), state, statement, reason, madeBy, now, late);
    }
}
