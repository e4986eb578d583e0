package gongkai.publication.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Logs what became of each request that could change something or that was refused, counts the problems, and gives every caller the
 * trace of their request, to be quoted when they ask about it. Neither bodies nor queries nor the words of a problem are logged: they
 * may hold what is nobody's business.
 */
class Requests {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final MeterProvider<Counter> problems;

    Requests(MeterRegistry metrics) {
        this.problems = Counter.builder("gongkai.problems")
                .description("Answers that were a problem, by its type")
                .withRegistry(metrics);
    }

    @ServerResponseFilter
    void answered(ContainerRequestContext request, ContainerResponseContext answer) {
        String trace = Trace.current();
        if (trace != null) {
            answer.getHeaders().putSingle(Trace.HEADER, trace);
        }
        int status = answer.getStatus();
        String problem = problem(answer.getEntity());
        if (!problem.isEmpty()) {
            problems.withTag("problem", problem).increment();
        }
        if (status >= 400 || !READING.contains(request.getMethod())) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            Log.infof(problem.isEmpty() ? "%s %s: %d" : "%s %s: %d %s", request.getMethod(), path, status, problem);
        }
    }

    /** The last part of its type, which is one of few words and never the caller's; empty where it is none. */
    private static String problem(Object answer) {
        if (answer instanceof HttpProblem problem && problem.getType() != null) {
            String type = problem.getType().getPath();
            return type.substring(type.lastIndexOf('/') + 1);
        }
        return "";
    }
}
