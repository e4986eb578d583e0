package gongkai.submission;

import gongkai.submission.Revisions.Asked;
import gongkai.submission.access.Scope;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Check;
import gongkai.submission.form.Checked;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.form.Stated;
import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import gongkai.submission.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where units hand in their figures, whichever way they come: they are checked, recorded and told, or refused with the reason. */
@ApplicationScoped
public class SubmissionDesk {

    /**
     * What became of figures that were handed in.
     *
     * @param first whether they are the unit's first
     * @param news whether they were not there already
     */
    record Taken(Revision revision, Checked checked, boolean first, boolean news) {}

    /** More than these are seen better by comparing the revisions. */
    private static final int MOST_CHANGES_TOLD = 10;

    private final Collections collections;
    private final Revisions revisions;
    private final Forms forms;
    private final Trail trail;
    private final Outcomes outcomes;
    private final Clock clock;

    SubmissionDesk(
            Collections collections, Revisions revisions, Forms forms, Trail trail, Outcomes outcomes, Clock clock) {
        this.collections = collections;
        this.revisions = revisions;
        this.forms = forms;
        this.trail = trail;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Takes in a unit's figures, once however often they are sent. A refusal leaves everything as it was, so that it need not undo
     * what else its transaction has taken in.
     *
     * @param scope of whom it may be taken
     * @param requestKey the caller's own name for the request; null for none
     * @param basis the totals that the figures are; null where people made them
     */
    @Transactional(dontRollbackOn = Refusal.class)
    Taken take(
            Scope scope,
            String collection,
            String unit,
            NewSubmission reported,
            SeenRevision seen,
            Source source,
            String requestKey,
            Basis basis) {
        return outcomes.count(() -> decide(scope, collection, unit, reported, seen, source, requestKey, basis));
    }

    private Taken decide(
            Scope scope,
            String collection,
            String unit,
            NewSubmission reported,
            SeenRevision seen,
            Source source,
            String requestKey,
            Basis basis) {
        Asked asked = revisions.asked(collection, unit, scope);
        Collection asking = asked.collection();
        if (reported.filledInBy() != null) {
            collections.mustAsk(collection, reported.filledInBy());
        }
        Checked checked = check(asking, unit, reported.stated());
        checked.mustBeFit(reported.isComplete());
        Statement statement = Statement.of(checked, reported.explanations(), reported.remarks());
        var act = new Act(reported.submittedBy(), clock.instant(), source, reported.filledInBy(), requestKey, basis);

        Optional<Revision> answered = revisions.answerTo(collection, unit, requestKey);
        if (answered.isPresent()) {
            return again(answered.get(), statement, checked);
        }
        Submission submission = asked.submission();
        Revision.State wanted = reported.isComplete() ? Revision.State.SUBMITTED : Revision.State.DRAFT;
        if (submission.says(wanted, statement, act)) {
            return new Taken(submission.latest(), checked, false, false);
        }
        asking.mustBeOpen();
        if (!submission.isNew()) {
            mustHaveSeen(submission, seen, asking);
        }
        if (reported.isComplete()) {
            mustBeExplained(checked, statement);
        }
        Revision made = switch (reported.state()) {
            case DRAFT -> submission.draft(statement, act);
            case SUBMITTED -> submission.submit(statement, act, asking.isLate(act.at()));
        };
        return record(asked, made, SubmissionEvent.of(made, checked.warnings()))
                ? new Taken(made, checked, submission.isNew(), true)
                // Somebody was quicker: it is judged once more, by what stands there now.
                : decide(scope, collection, unit, reported, seen, source, requestKey, basis);
    }

    private static Taken again(Revision answered, Statement statement, Checked checked) {
        if (!answered.statement().equals(statement)) {
            throw new RequestKeyReused();
        }
        return new Taken(answered, checked, false, false);
    }

    private static void mustBeExplained(Checked checked, Statement statement) {
        List<Finding> unexplained = checked.warnings().stream()
                .filter(warning -> !statement.explanations().containsKey(warning.rule()))
                .toList();
        if (!unexplained.isEmpty()) {
            throw new UnexplainedWarnings(unexplained);
        }
    }

    /** The bureau sends a submission back to its unit (退回). */
    @Transactional
    Revision giveBack(Scope scope, String collection, String unit, String reason, String by, SeenRevision seen) {
        Asked asked = toChange(scope, collection, unit, seen);
        Revision made = asked.submission().giveBack(reason, Act.of(by, clock.instant()));
        return record(asked, made, SubmissionEvent.withoutFigures(made))
                ? made
                : giveBack(scope, collection, unit, reason, by, seen);
    }

    /** A unit takes its submission back, and has it as a draft. */
    @Transactional
    Revision withdraw(Scope scope, String collection, String unit, String reason, String by, SeenRevision seen) {
        Asked asked = toChange(scope, collection, unit, seen);
        Revision made = asked.submission().withdraw(reason, Act.of(by, clock.instant()));
        return record(asked, made, SubmissionEvent.withoutFigures(made))
                ? made
                : withdraw(scope, collection, unit, reason, by, seen);
    }

    /** What the figures are worth, before anybody has handed them in. */
    Checked check(Collection asking, String unit, Stated stated) {
        Check check = forms.check(asking.form(), asking.localRows());
        return check.check(stated, () -> figuresBefore(asking, unit));
    }

    /** The same of all that a unit stated at different times. */
    List<Checked> check(Collection asking, String unit, List<Stated> stated) {
        Check check = forms.check(asking.form(), asking.localRows());
        return check.check(stated, () -> figuresBefore(asking, unit));
    }

    /** The form that a collection asks, with the bureau's own rows. */
    public Form form(Collection asking) {
        return forms.get(asking.form()).with(asking.localRows());
    }

    private Map<String, BigDecimal> figuresBefore(Collection asking, String unit) {
        return revisions
                .before(asking, unit)
                .map(revision -> revision.statement().figures())
                .map(Map::copyOf)
                .orElse(Map.of());
    }

    private Asked toChange(Scope scope, String collection, String unit, SeenRevision seen) {
        Asked asked = revisions.asked(collection, unit, scope);
        asked.collection().mustBeOpen();
        mustHaveSeen(asked.submission(), seen, asked.collection());
        return asked;
    }

    private void mustHaveSeen(Submission submission, SeenRevision seen, Collection asking) {
        seen.mustBe(submission.latest().number(), revision -> since(revision, submission.latest(), asking));
    }

    /** Who overtook an editor, and in which figures. */
    private Text since(long seen, Revision latest, Collection asking) {
        List<FigureChange> changes = revisions
                .findByIdOptional(new Revision.Key(latest.collection(), latest.unit(), seen))
                .map(revision -> FigureChange.between(revision.statement(), latest.statement(), form(asking)))
                .orElse(List.of());
        String figures = changes.stream()
                .limit(MOST_CHANGES_TOLD)
                .map(FigureChange::toString)
                .collect(Collectors.joining("; "));
        String more = changes.size() > MOST_CHANGES_TOLD ? " …" : "";
        return new Text(
                "%s 于 %s 修订，改动 %d 项指标 %s%s"
                        .formatted(latest.madeBy(), latest.madeAt(), changes.size(), figures, more)
                        .strip(),
                "made by %s at %s, with %d figures changed %s%s"
                        .formatted(latest.madeBy(), latest.madeAt(), changes.size(), figures, more)
                        .strip());
    }

    /** @return false where somebody was quicker, and nothing is recorded */
    private boolean record(Asked asked, Revision made, SubmissionEvent event) {
        boolean first = revisions.add(made, event);
        if (first) {
            trail.append(Deeds.of(asked.collection(), asked.submission(), made));
        }
        return first;
    }
}
