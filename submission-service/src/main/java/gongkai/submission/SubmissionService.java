package gongkai.submission;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.outbox.Outbox;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.Revisions.SubmissionContext;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Checked;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.form.Stated;
import gongkai.submission.form.SubmissionChecker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks and stores the figures of units, whichever way they come, and returns them to their units. */
@ApplicationScoped
public class SubmissionService {

    /** A request to return a submission to its unit, or to withdraw it. */
    record ReturnRequest(Scope scope, String collection, String unit, SeenRevision seen, String reason, String by) {}

    /** Two clerks rarely meet once; a third failure in a row is a program out of control. */
    private static final int MAX_ATTEMPTS = 3;

    /** A reader sees more changes than these better by comparing the revisions. */
    private static final int MAX_LISTED_CHANGES = 10;

    private final Collections collections;
    private final Revisions revisions;
    private final Forms forms;
    private final Outbox outbox;
    private final AuditLog auditLog;
    private final SubmissionMetrics metrics;
    private final Clock clock;

    SubmissionService(
            Collections collections,
            Revisions revisions,
            Forms forms,
            Outbox outbox,
            AuditLog auditLog,
            SubmissionMetrics metrics,
            Clock clock) {
        this.collections = collections;
        this.revisions = revisions;
        this.forms = forms;
        this.outbox = outbox;
        this.auditLog = auditLog;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Stores a unit's figures, once however often they are sent. A rejected request changes nothing, so its transaction may store
     * other requests.
     */
    @Transactional(dontRollbackOn = ProblemException.class)
    public SubmissionResult submit(SubmissionRequest request) {
        return metrics.count(() -> retry(request.unit(), () -> trySubmit(request)));
    }

    /** The bureau sends a submission back to its unit (退回). */
    @Transactional
    Revision giveBack(ReturnRequest request) {
        return retry(request.unit(), () -> {
            SubmissionContext context = toChange(request);
            Revision revision =
                    context.submission().giveBack(request.reason(), RevisionMetadata.of(request.by(), clock.instant()));
            return Optional.of(revision).filter(returned -> store(context, returned, List.of()));
        });
    }

    /** A unit takes its submission back, as a draft. */
    @Transactional
    Revision withdraw(ReturnRequest request) {
        return retry(request.unit(), () -> {
            SubmissionContext context = toChange(request);
            Revision revision =
                    context.submission().withdraw(request.reason(), RevisionMetadata.of(request.by(), clock.instant()));
            return Optional.of(revision).filter(draft -> store(context, draft, List.of()));
        });
    }

    /** Checks the figures without storing them. */
    public Checked check(Collection collection, String unit, Stated stated) {
        return check(collection, unit, List.of(stated)).get(0);
    }

    /** Checks several statements of one unit. */
    List<Checked> check(Collection collection, String unit, List<Stated> stated) {
        SubmissionChecker checker = forms.checker(collection.form(), collection.localRows());
        return checker.check(stated, () -> previousFigures(collection, unit));
    }

    /** The form of a collection, with the bureau's own rows. */
    public Form form(Collection collection) {
        return forms.get(collection.form()).with(collection.localRows());
    }

    /** Repeats an attempt that another request has overtaken; each attempt sees what the other one stored. */
    private static <T> T retry(String unit, Supplier<Optional<T>> attempt) {
        for (int count = 0; count < MAX_ATTEMPTS; count++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new ProblemException(SubmissionProblem.CONCURRENT_CHANGES, unit);
    }

    /** @return empty if another request stored a revision meanwhile */
    private Optional<SubmissionResult> trySubmit(SubmissionRequest request) {
        NewSubmission reported = request.content();
        SubmissionContext context = revisions.context(request.collection(), request.unit(), request.scope());
        Collection collection = context.collection();
        Submission submission = context.submission();
        if (reported.filledInBy() != null) {
            collections.mustAsk(collection.code(), reported.filledInBy());
        }
        Checked checked = check(collection, request.unit(), reported.stated());
        checked.mustBeFit(reported.isComplete());
        SubmissionContent content = SubmissionContent.of(checked, reported.explanations(), reported.remarks());
        var metadata = RevisionMetadata.of(request, clock.instant());

        if (submission.says(reported.wantedState(), content, metadata)) {
            return Optional.of(new SubmissionResult(submission.latest(), checked, false, false));
        }
        collection.mustBeOpen();
        if (!submission.isNew()) {
            mustHaveSeen(context, request.seen());
        }
        if (reported.isComplete()) {
            checked.mustBeExplained(content.explanations().keySet());
        }
        Revision revision = switch (reported.state()) {
            case DRAFT -> submission.draft(content, metadata);
            case SUBMITTED -> submission.submit(content, metadata, collection.isLate(metadata.at()));
        };
        return Optional.of(new SubmissionResult(revision, checked, submission.isNew(), true))
                .filter(result -> store(context, revision, checked.warnings()));
    }

    private Map<String, BigDecimal> previousFigures(Collection collection, String unit) {
        return revisions
                .ofPreviousPeriod(collection, unit)
                .map(revision -> revision.content().figures())
                .map(Map::copyOf)
                .orElse(Map.of());
    }

    private SubmissionContext toChange(ReturnRequest request) {
        SubmissionContext context = revisions.context(request.collection(), request.unit(), request.scope());
        context.collection().mustBeOpen();
        mustHaveSeen(context, request.seen());
        return context;
    }

    private void mustHaveSeen(SubmissionContext context, SeenRevision seen) {
        Revision latest = context.submission().latest();
        seen.mustBe(latest.number(), revision -> changesSince(revision, latest, context.collection()));
    }

    /** Tells an editor who comes too late about the other change: its author, its time and its figures. */
    private LocalizedText changesSince(long seen, Revision latest, Collection collection) {
        List<FigureChange> changes = revisions
                .findByIdOptional(new Revision.Key(latest.collection(), latest.unit(), seen))
                .map(revision -> FigureChange.between(revision.content(), latest.content(), form(collection)))
                .orElse(List.of());
        String figures = changes.stream()
                .limit(MAX_LISTED_CHANGES)
                .map(FigureChange::toString)
                .collect(Collectors.joining("; "));
        String more = changes.size() > MAX_LISTED_CHANGES ? " …" : "";
        return new LocalizedText(
                "%s 于 %s 修订，改动 %d 项指标 %s%s"
                        .formatted(latest.madeBy(), latest.madeAt(), changes.size(), figures, more)
                        .strip(),
                "made by %s at %s, with %d figures changed %s%s"
                        .formatted(latest.madeBy(), latest.madeAt(), changes.size(), figures, more)
                        .strip());
    }

    /** @return false if another request stored a revision of this number; then nothing is stored */
    private boolean store(SubmissionContext context, Revision revision, List<Finding> warnings) {
        boolean stored = revisions.add(revision);
        if (stored) {
            outbox.append(SubmissionEvent.of(revision, warnings));
            auditLog.append(SubmissionChanges.of(context.collection(), context.submission(), revision));
        }
        return stored;
    }
}
