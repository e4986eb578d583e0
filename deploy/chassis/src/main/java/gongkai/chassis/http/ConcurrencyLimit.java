package gongkai.chassis.http;

import gongkai.chassis.problem.ChassisProblem;
import gongkai.chassis.problem.ProblemException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Bounds the number of requests that are processed at a time. Further ones are rejected at once, so that the others keep their pace and
 * no queue builds up behind a database that does not answer.
 */
@Provider
@NonBlocking
@Priority(ConcurrencyLimit.FIRST)
@ApplicationScoped
class ConcurrencyLimit implements ResteasyReactiveContainerRequestFilter {

    static final int FIRST = 0;

    private final AtomicInteger processing = new AtomicInteger();
    private final int limit;

    ConcurrencyLimit(HttpConfig config) {
        this.limit = config.maxConcurrentRequests();
    }

    /** Runs on the thread that accepted the connection, before the body is read: it never waits. */
    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var work = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        if (work.getTarget().getLazyMethod().getMethod().isAnnotationPresent(LongPoll.class)) {
            return;
        }
        if (processing.incrementAndGet() > limit) {
            processing.decrementAndGet();
            throw new ProblemException(ChassisProblem.SERVICE_BUSY);
        }
        // Released when the work is done, not when the caller disconnects: the thread is busy until then.
        work.registerCompletionCallback(failure -> processing.decrementAndGet());
    }
}
