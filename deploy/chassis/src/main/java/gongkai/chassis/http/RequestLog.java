package gongkai.chassis.http;

import gongkai.chassis.tracing.TraceContext;
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
 * Logs each request that could change something or failed, counts the problems, and returns the trace of the request to its caller.
 * Neither bodies nor queries nor the words of a problem are logged: they may be confidential.
 */
class RequestLog {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final MeterProvider<Counter> problems;

    RequestLog(MeterRegistry metrics) {
        this.problems = Counter.builder("gongkai.problems")
                .description("Answers that were a problem, by its type")
                .withRegistry(metrics);
    }

    @ServerResponseFilter
    void answered(ContainerRequestContext request, ContainerResponseContext answer) {
        String trace = TraceContext.current();
        if (trace != null) {
            answer.getHeaders().putSingle(TraceContext.HEADER, trace);
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

    /** The last part of a problem's type, which is never the caller's text; empty for other responses. */
    private static String problem(Object answer) {
        if (answer instanceof HttpProblem problem && problem.getType() != null) {
            String type = problem.getType().getPath();
            return type.substring(type.lastIndexOf('/') + 1);
        }
        return "";
    }
}
