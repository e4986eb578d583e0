package gongkai.submission.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.problem.ProblemResponses;
import gongkai.submission.Source;
import gongkai.submission.SubmissionRequest;
import gongkai.submission.SubmissionResult;
import gongkai.submission.SubmissionService;
import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stores a batch of lines in one transaction. A rejected line leaves the others alone. */
@ApplicationScoped
class BulkSubmission {

    private final SubmissionService submissions;
    private final ProblemResponses problems;
    private final Validator validator;
    private final ObjectReader json;

    BulkSubmission(SubmissionService submissions, ProblemResponses problems, Validator validator, ObjectMapper json) {
        this.submissions = submissions;
        this.problems = problems;
        this.validator = validator;
        this.json = json.readerFor(BulkLine.class);
    }

    @Transactional
    List<BulkResult> submit(Scope scope, String collection, List<LineReader.Line> lines, Locale language) {
        return lines.stream()
                .map(line -> submit(scope, collection, line, language))
                .toList();
    }

    private BulkResult submit(Scope scope, String collection, LineReader.Line line, Locale language) {
        if (line.tooLong()) {
            return BulkResult.rejected(line.number(), null, problems.tooLarge(language));
        }
        BulkLine read;
        try {
            read = json.readValue(line.content());
        } catch (JsonProcessingException e) {
            return BulkResult.rejected(line.number(), null, problems.malformed(e, language));
        }
        Set<ConstraintViolation<BulkLine>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            return BulkResult.rejected(line.number(), read.unit(), problems.invalid(violations, language));
        }
        return submit(scope, collection, line.number(), read, language);
    }

    private BulkResult submit(Scope scope, String collection, long number, BulkLine line, Locale language) {
        try {
            var request = SubmissionRequest.of(
                            scope, collection, line.unit(), line.submission(), SeenRevision.of(line.seen()))
                    .from(Source.BULK);
            SubmissionResult result = submissions.submit(request);
            return BulkResult.stored(
                    number, line.unit(), result.first(), result.revision().number());
        } catch (ProblemException problem) {
            return BulkResult.rejected(number, line.unit(), problems.of(problem, language));
        }
    }
}
