package gongkai.chassis.http;

import gongkai.chassis.problem.ChassisProblem;
import gongkai.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Bounds the number of requests that are processed at a time. Further ones are rejected at once, so that the others keep their pace and
 * no queue builds up behind a database that does not answer.
 */
@ApplicationScoped
class ConcurrencyLimit {

    private static final int FIRST = 0;

    private final AtomicInteger processing = new AtomicInteger();
    private final int limit;

    ConcurrencyLimit(HttpConfig config) {
        this.limit = config.maxConcurrentRequests();
    }

    /** Runs on the thread that accepted the connection, before the body is read: it never waits. */
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    public void count(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(LongPoll.class)) {
            return;
        }
        if (processing.incrementAndGet() > limit) {
            processing.decrementAndGet();
            throw new ProblemException(ChassisProblem.SERVICE_BUSY);
        }
        // Released when the work is done, not when the caller disconnects: the thread is busy until then.
        var work = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        work.registerCompletionCallback(failure -> processing.decrementAndGet());
    }
}
