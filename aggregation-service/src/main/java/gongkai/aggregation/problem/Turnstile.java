package gongkai.aggregation.problem;

import gongkai.aggregation.language.Language;
import gongkai.aggregation.language.Text;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Lets in no more requests than can be worked on. Whoever comes on top of them is told at once to come again, so that those inside keep
 * their pace, and nobody queues up behind a database that does not answer.
 */
@Provider
@PreMatching
@NonBlocking
@Priority(0)
@ApplicationScoped
class Turnstile implements ResteasyReactiveContainerRequestFilter {

    private static final Text TITLE = new Text("系统繁忙", "We have too much to do right now");
    private static final Text DETAIL = new Text(
            "同时处理的请求过多，本请求未被处理。请稍等几秒后原样重发。",
            "Too many requests are being worked on, and this one was not looked at. Send the same again in a few seconds.");

    private final AtomicInteger inside = new AtomicInteger();
    private final int atOnce;

    Turnstile(@ConfigProperty(name = "requests.at-once") int atOnce) {
        this.atOnce = atOnce;
    }

    /** Before anything is looked at, by the thread that has accepted the connection: it never waits. */
    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        if (waitsForNews(request)) {
            return;
        }
        if (inside.incrementAndGet() > atOnce) {
            inside.decrementAndGet();
            request.abortWith(comeAgain(Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
            return;
        }
        // When the work is done, not when its caller has gone: a thread that nobody waits for is as busy as any other.
        var work = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        work.registerCompletionCallback(failure -> inside.decrementAndGet());
    }

    /** Who waits for what is new holds neither a thread nor a connection; {@code Watch} counts them. */
    private static boolean waitsForNews(ContainerRequestContext request) {
        return request.getUriInfo().getPath().endsWith("/changes")
                || request.getUriInfo().getQueryParameters().containsKey("after")
                || request.getHeaderString("Prefer") != null;
    }

    private static Response comeAgain(Locale language) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/temporarily-unavailable"))
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle(TITLE.in(language))
                .withDetail(DETAIL.in(language))
                .withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                .build()
                .toResponse();
    }
}
