package gongkai.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import gongkai.submission.SubmissionDesk.Taken;
import gongkai.submission.access.Scope;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.problem.Problems;
import gongkai.submission.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes in a batch of lines in one transaction: those that are right are stored together, those that are not are told why. */
@ApplicationScoped
class BulkDesk {

    private final SubmissionDesk desk;
    private final Problems problems;
    private final Validator validator;
    private final ObjectReader json;

    BulkDesk(SubmissionDesk desk, Problems problems, Validator validator, ObjectMapper json) {
        this.desk = desk;
        this.problems = problems;
        this.validator = validator;
        this.json = json.readerFor(BulkLine.class);
    }

    @Transactional
    List<BulkAnswer> take(Scope scope, String collection, List<Lines.Line> lines, Locale language) {
        return lines.stream()
                .map(line -> take(scope, collection, line, language))
                .toList();
    }

    private BulkAnswer take(Scope scope, String collection, Lines.Line line, Locale language) {
        if (line.tooLong()) {
            return BulkAnswer.refused(line.number(), null, problems.tooLarge(language));
        }
        BulkLine read;
        try {
            read = json.readValue(line.content());
        } catch (JsonProcessingException e) {
            return BulkAnswer.refused(line.number(), null, problems.malformed(e, language));
        }
        Set<ConstraintViolation<BulkLine>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            return BulkAnswer.refused(line.number(), read.unit(), problems.invalid(violations, language));
        }
        return take(scope, collection, line.number(), read, language);
    }

    private BulkAnswer take(Scope scope, String collection, long number, BulkLine line, Locale language) {
        try {
            var seen = SeenRevision.of(line.seen());
            Taken taken = desk.take(scope, collection, line.unit(), line.submission(), seen, Source.BULK, null, null);
            return BulkAnswer.stored(
                    number, line.unit(), taken.first(), taken.revision().number());
        } catch (Refusal refusal) {
            return BulkAnswer.refused(number, line.unit(), problems.of(refusal, language));
        }
    }
}
