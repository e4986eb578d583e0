package gongkai.submission;

import gongkai.submission.SubmissionDesk.Taken;
import gongkai.submission.access.Scope;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.file.Entries;
import gongkai.submission.file.Pin;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Form;
import gongkai.submission.form.Place;
import gongkai.submission.form.Stated;
import gongkai.submission.problem.Problems;
import gongkai.submission.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A unit's submission as a file that a clerk fills in: what goes out in it, and how what comes back is handed in. */
@ApplicationScoped
class SubmissionFiles {

    /** What a file's query says is to become of its figures. */
    enum WantedFiling {
        draft(NewSubmission.Filing.DRAFT),
        submitted(NewSubmission.Filing.SUBMITTED);

        private final NewSubmission.Filing filing;

        WantedFiling(NewSubmission.Filing filing) {
            this.filing = filing;
        }
    }

    /**
     * What goes out.
     *
     * @param entries of the revision that the file is pinned to
     * @param derived the subtotals among them that the unit left out
     * @param before what the unit stated for the period before
     */
    record Outgoing(Collection asking, Form form, Pin pin, Entries entries, List<String> derived, Stated before) {}

    /**
     * What came back.
     *
     * @param seen the revision that it was made on
     * @param places where in the file an indicator's figure stands
     */
    record Incoming(Entries entries, SeenRevision seen, Source source, Function<String, Place> places) {}

    private final SubmissionDesk desk;
    private final Collections collections;
    private final Revisions revisions;
    private final Validator validator;
    private final Problems problems;

    SubmissionFiles(
            SubmissionDesk desk, Collections collections, Revisions revisions, Validator validator, Problems problems) {
        this.desk = desk;
        this.collections = collections;
        this.revisions = revisions;
        this.validator = validator;
        this.problems = problems;
    }

    Outgoing outgoing(String collection, String unit, Scope scope) {
        Collection asking = collections.getToRead(collection, unit, scope);
        Submission submission = revisions.submission(collection, unit);
        Optional<Revision> latest = submission.isNew() ? Optional.empty() : Optional.of(submission.latest());
        Optional<Revision> before = revisions.before(asking, unit);
        return new Outgoing(
                asking,
                desk.form(asking),
                new Pin(
                        collection,
                        unit,
                        asking.form(),
                        latest.map(Revision::number).orElse(0L)),
                latest.map(SubmissionFiles::entries).orElse(Entries.NONE),
                latest.map(revision -> revision.statement().derived()).orElse(List.of()),
                before.map(revision -> revision.statement().stated()).orElse(Stated.of(Map.of())));
    }

    private static Entries entries(Revision revision) {
        Statement statement = revision.statement();
        return new Entries(statement.stated(), statement.explanations(), statement.remarks(), revision.madeBy());
    }

    /** Hands in what came in a file, and answers as if it had come as JSON, with the place in the file of each finding. */
    Response take(Scope scope, String collection, String unit, Incoming incoming, WantedFiling state, Locale language) {
        NewSubmission reported = reported(incoming.entries, state);
        Set<ConstraintViolation<NewSubmission>> violations = validator.validate(reported);
        if (!violations.isEmpty()) {
            return problems.invalid(violations, language).toResponse();
        }
        Taken taken;
        try {
            taken = desk.take(scope, collection, unit, reported, incoming.seen, incoming.source, null, null);
        } catch (Refusal refusal) {
            throw new InFile(refusal, incoming.places);
        }
        boolean closed = collections.findById(collection).isClosed();
        List<FindingView> findings = FindingView.of(taken.checked().findings(), language).stream()
                .map(finding -> finding.at(incoming.places.apply(finding.indicator())))
                .toList();
        return TakenAnswer.of(taken)
                .entity(SubmissionView.of(taken.revision(), closed, findings))
                .build();
    }

    private static NewSubmission reported(Entries entries, WantedFiling state) {
        return new NewSubmission(
                state.filing,
                Map.copyOf(entries.stated().values()),
                List.copyOf(entries.stated().notApplicable()),
                entries.explanations(),
                entries.remarks(),
                entries.submittedBy(),
                null);
    }
}
