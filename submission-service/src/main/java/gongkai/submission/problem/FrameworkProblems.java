package gongkai.submission.problem;

import gongkai.submission.language.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** Gives what the framework refuses the same shape as our own refusals: a stable type, and words for a clerk. */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    private final Problems problems;
    private final CurrentVertxRequest request;

    FrameworkProblems(Problems problems, CurrentVertxRequest request) {
        this.problems = problems;
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Locale language = Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        if (LimitedBody.TooLarge.isBehind(context.cause)) {
            return problems.tooLarge(language);
        }
        if (Outage.isBehind(context.cause)) {
            return problems.outage(language);
        }
        if (Unstorable.isBehind(context.cause)) {
            return problems.malformed(context.cause, language);
        }
        return problem.getType() == null
                ? problems.framework(problem, context.cause, language).orElse(problem)
                : problem;
    }
}
