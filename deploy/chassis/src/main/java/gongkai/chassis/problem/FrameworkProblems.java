package gongkai.chassis.problem;

import gongkai.chassis.i18n.RequestLocale;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** Gives the framework's errors the shape of our own: a stable type, and words for a clerk. */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    private final ProblemResponses problems;
    private final CurrentVertxRequest request;

    FrameworkProblems(ProblemResponses problems, CurrentVertxRequest request) {
        this.problems = problems;
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Locale language = RequestLocale.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        if (BodyTooLarge.isBehind(context.cause)) {
            return problems.tooLarge(language);
        }
        if (TransientDatabaseFailure.isBehind(context.cause)) {
            return problems.unavailable(language);
        }
        if (UnstorableInput.isBehind(context.cause) || isAboutParameter(context.cause)) {
            return problems.malformed(context.cause, language);
        }
        return problem.getType() == null ? inOurWords(problem, context.cause, language) : problem;
    }

    /** The framework answers 404 to {@code ?revision=latest}, as if the address did not exist. */
    private static boolean isAboutParameter(Throwable cause) {
        return cause instanceof NotFoundException notFound && notFound.getCause() != null;
    }

    private HttpProblem inOurWords(HttpProblem problem, Throwable cause, Locale language) {
        return ChassisProblem.ofFramework(problem.getStatusCode())
                .map(type -> {
                    var ours = problems.of(type, cause, language);
                    problem.getHeaders().forEach(ours::withHeader);
                    return ours.build();
                })
                .orElse(problem);
    }
}
