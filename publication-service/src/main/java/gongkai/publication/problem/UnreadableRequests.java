package gongkai.publication.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells of JSON that is well written but not what an operation takes; the framework's own answer would be no problem. */
class UnreadableRequests {

    private final FrameworkProblems problems;

    UnreadableRequests(FrameworkProblems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response problem(MismatchedInputException mismatch, UriInfo uri) {
        HttpProblem problem = HttpProblem.valueOf(Response.Status.BAD_REQUEST);
        return problems.apply(problem, ProblemContext.of(mismatch, uri)).toResponse();
    }
}
