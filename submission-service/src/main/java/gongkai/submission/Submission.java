package gongkai.submission;

import gongkai.chassis.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;

/** One unit's figures in a collection (报送): its latest revision, and the revision that can come next. */
public class Submission {

    private final String collection;
    private final String unit;
    private final Optional<Revision> latest;

    Submission(String collection, String unit, Optional<Revision> latest) {
        this.collection = collection;
        this.unit = unit;
        this.latest = latest;
    }

    /** Whether the latest revision says exactly this, so that a repeated request has one effect. */
    boolean says(Revision.State state, SubmissionContent content, RevisionMetadata metadata) {
        return latest.filter(revision -> revision.state() == state
                        && revision.content().equals(content)
                        && revision.madeBy().equals(metadata.by())
                        && Objects.equals(revision.filledInBy(), metadata.filledInBy())
                        && Objects.equals(revision.sourceTotals(), metadata.sourceTotals()))
                .isPresent();
    }

    Revision draft(SubmissionContent content, RevisionMetadata metadata) {
        return next(Revision.State.DRAFT, content, metadata);
    }

    /** @param late whether the deadline has passed; late figures count, and are marked */
    Revision submit(SubmissionContent content, RevisionMetadata metadata, boolean late) {
        return next(Revision.State.SUBMITTED, content, metadata).late(late);
    }

    /**
     * The bureau sends it back to its unit (退回).
     *
     * @throws ProblemException {@link SubmissionProblem#NOT_SUBMITTED}
     */
    Revision giveBack(String reason, RevisionMetadata metadata) {
        Revision submitted = submitted();
        return next(Revision.State.RETURNED, submitted.content(), metadata)
                .because(reason)
                .late(submitted.late());
    }

    /**
     * The unit takes it back, as a draft.
     *
     * @throws ProblemException {@link SubmissionProblem#NOT_SUBMITTED}
     */
    Revision withdraw(String reason, RevisionMetadata metadata) {
        return next(Revision.State.DRAFT, submitted().content(), metadata).because(reason);
    }

    /** Empty where the unit has reported nothing. */
    public Optional<Revision> latestIfAny() {
        return latest;
    }

    boolean isNew() {
        return latest.isEmpty();
    }

    /** @throws ProblemException {@link SubmissionProblem#NOTHING_REPORTED} */
    Revision latest() {
        return latest.orElseThrow(() -> new ProblemException(SubmissionProblem.NOTHING_REPORTED, collection, unit));
    }

    private Revision submitted() {
        Revision revision = latest();
        if (revision.state() != Revision.State.SUBMITTED) {
            throw new ProblemException(SubmissionProblem.NOT_SUBMITTED, unit);
        }
        return revision;
    }

    private Revision next(Revision.State state, SubmissionContent content, RevisionMetadata metadata) {
        long number = latest.map(Revision::number).orElse(0L) + 1;
        return new Revision(new Revision.Key(collection, unit, number), state, content, metadata);
    }
}
