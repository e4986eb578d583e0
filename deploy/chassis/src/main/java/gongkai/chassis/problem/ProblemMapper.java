package gongkai.chassis.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import gongkai.chassis.i18n.RequestLocale;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers failed requests with problems. */
class ProblemMapper {

    /** The extension maps these exceptions too, in a shape of its own. */
    private static final int BEFORE_EXTENSION = 1;

    /** A violation's path begins with the resource method and its parameter, which the caller does not know. */
    private static final int METHOD_AND_PARAMETER = 2;

    private static final String CHALLENGE = "Bearer";

    private final ProblemResponses problems;

    ProblemMapper(ProblemResponses problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response problem(ProblemException exception, HttpHeaders headers) {
        return problems.of(exception, RequestLocale.of(headers)).toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_EXTENSION)
    Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
        return problems.invalid(invalid.getConstraintViolations(), METHOD_AND_PARAMETER, RequestLocale.of(headers))
                .toResponse();
    }

    @ServerExceptionMapper
    Response tooLarge(BodyTooLarge body, HttpHeaders headers) {
        return problems.tooLarge(RequestLocale.of(headers)).toResponse();
    }

    /** The JSON is well-formed, but the operation does not take it; the framework would answer without a problem. */
    @ServerExceptionMapper
    Response malformed(MismatchedInputException mismatch, HttpHeaders headers) {
        return problems.malformed(mismatch, RequestLocale.of(headers)).toResponse();
    }

    // The extension's mappers of the three that follow do not link with this Quarkus (ChallengeData.headerName).

    @ServerExceptionMapper(priority = BEFORE_EXTENSION)
    Response unauthenticated(AuthenticationFailedException failed, HttpHeaders headers) {
        return noValidToken(headers);
    }

    @ServerExceptionMapper(priority = BEFORE_EXTENSION)
    Response unauthenticated(UnauthorizedException missing, HttpHeaders headers) {
        return noValidToken(headers);
    }

    @ServerExceptionMapper(priority = BEFORE_EXTENSION)
    Response forbidden(ForbiddenException forbidden, HttpHeaders headers) {
        return problems.of(ChassisProblem.NOT_ALLOWED, RequestLocale.of(headers))
                .build()
                .toResponse();
    }

    private Response noValidToken(HttpHeaders headers) {
        return problems.of(ChassisProblem.NO_VALID_TOKEN, RequestLocale.of(headers))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build()
                .toResponse();
    }
}
