package gongkai.submission.file;

import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.problem.ProblemResponses;
import gongkai.submission.NewSubmission;
import gongkai.submission.Revision;
import gongkai.submission.Revisions;
import gongkai.submission.Source;
import gongkai.submission.SubmissionContent;
import gongkai.submission.SubmissionRequest;
import gongkai.submission.SubmissionResponse;
import gongkai.submission.SubmissionResult;
import gongkai.submission.SubmissionService;
import gongkai.submission.SubmissionView;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Form;
import gongkai.submission.form.Place;
import gongkai.submission.form.Stated;
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

/** A unit's submission as a file: the content of a download, and the submission of an upload. */
@ApplicationScoped
public class SubmissionFiles {

    /** The state that an upload's query asks for. */
    public enum WantedFiling {
        draft(NewSubmission.Filing.DRAFT),
        submitted(NewSubmission.Filing.SUBMITTED);

        private final NewSubmission.Filing filing;

        WantedFiling(NewSubmission.Filing filing) {
            this.filing = filing;
        }
    }

    /**
     * The content of a download.
     *
     * @param entries of the revision that the file is pinned to
     * @param derived the subtotals among them that the unit left out
     * @param previous the unit's figures for the period before
     */
    public record Download(
            Collection collection, Form form, Pin pin, Entries entries, List<String> derived, Stated previous) {}

    /**
     * The content of an upload.
     *
     * @param seen the revision that it was made on
     * @param places finds the place of an indicator's figure in the file
     */
    public record Upload(Entries entries, SeenRevision seen, Source source, Function<String, Place> places) {}

    /** The submission that an upload is for, and the scope and language of the caller. */
    public record Destination(Scope scope, String collection, String unit, Locale language) {}

    private final SubmissionService submissions;
    private final Collections collections;
    private final Revisions revisions;
    private final Validator validator;
    private final ProblemResponses problems;

    SubmissionFiles(
            SubmissionService submissions,
            Collections collections,
            Revisions revisions,
            Validator validator,
            ProblemResponses problems) {
        this.submissions = submissions;
        this.collections = collections;
        this.revisions = revisions;
        this.validator = validator;
        this.problems = problems;
    }

    public Download download(String code, String unit, Scope scope) {
        Collection collection = collections.getToRead(code, unit, scope);
        Optional<Revision> latest = revisions.latest(code, unit);
        Optional<Revision> previous = revisions.ofPreviousPeriod(collection, unit);
        long number = latest.map(Revision::number).orElse(0L);
        return new Download(
                collection,
                submissions.form(collection),
                new Pin(code, unit, collection.form(), number),
                latest.map(SubmissionFiles::entries).orElse(Entries.NONE),
                latest.map(revision -> revision.content().derived()).orElse(List.of()),
                previous.map(revision -> revision.content().stated()).orElse(Stated.of(Map.of())));
    }

    private static Entries entries(Revision revision) {
        SubmissionContent content = revision.content();
        return new Entries(content.stated(), content.explanations(), content.remarks(), revision.madeBy());
    }

    /** Submits an upload and answers as for JSON, with the place in the file of each finding. */
    public Response submit(Destination destination, Upload upload, WantedFiling state) {
        NewSubmission reported = reported(upload.entries, state);
        Set<ConstraintViolation<NewSubmission>> violations = validator.validate(reported);
        if (!violations.isEmpty()) {
            return problems.invalid(violations, destination.language).toResponse();
        }
        var request = SubmissionRequest.of(
                        destination.scope, destination.collection, destination.unit, reported, upload.seen)
                .from(upload.source);
        SubmissionResult result = submit(request, upload.places);
        boolean closed = collections.findById(destination.collection).isClosed();
        List<FindingView> findings = FindingView.of(result.checked().findings(), destination.language).stream()
                .map(finding -> finding.at(upload.places.apply(finding.indicator())))
                .toList();
        return SubmissionResponse.of(result)
                .entity(SubmissionView.of(result.revision(), closed, findings))
                .build();
    }

    private SubmissionResult submit(SubmissionRequest request, Function<String, Place> places) {
        try {
            return submissions.submit(request);
        } catch (ProblemException problem) {
            throw new ProblemInFile(problem, places);
        }
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
