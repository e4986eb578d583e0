package gongkai.submission.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import gongkai.submission.language.Language;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that are refused. */
class RefusalProblems {

    /** The extension maps these too, in a shape of its own. */
    private static final int BEFORE_THE_EXTENSION = 1;

    /** The method of a resource, and its parameter: the caller knows neither. */
    private static final int METHOD_AND_PARAMETER = 2;

    private final Problems problems;

    RefusalProblems(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, HttpHeaders headers) {
        return problems.of(refusal, Language.of(headers)).toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
        return problems.invalid(invalid.getConstraintViolations(), METHOD_AND_PARAMETER, Language.of(headers))
                .toResponse();
    }

    @ServerExceptionMapper
    Response tooLarge(LimitedBody.TooLarge body, HttpHeaders headers) {
        return problems.tooLarge(Language.of(headers)).toResponse();
    }

    /** JSON that is well written but not what an operation takes; the framework's own answer would be no problem. */
    @ServerExceptionMapper
    Response malformed(MismatchedInputException mismatch, HttpHeaders headers) {
        return problems.malformed(mismatch, Language.of(headers)).toResponse();
    }
}
