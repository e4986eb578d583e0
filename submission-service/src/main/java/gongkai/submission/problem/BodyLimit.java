package gongkai.submission.problem;

import gongkai.submission.language.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies that are too large, with a problem: at once where they say how large they are, and else where they become so.
 *
 * <p>The framework has one limit for all, and answers with an empty page. Ours is smaller, but for bulk requests, which are read
 * line by line, and for workbooks.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_THE_FRAMEWORK = 100;

    private static final String BULK = "/submissions";
    private static final String WORKBOOK = "/submission/workbook";

    private final Problems problems;
    private final long usual;
    private final long bulk;
    private final long workbook;

    BodyLimit(
            Problems problems,
            @ConfigProperty(name = "body-limit.usual") MemorySize usual,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bulk,
            @ConfigProperty(name = "body-limit.workbook") MemorySize workbook) {
        this.problems = problems;
        this.usual = usual.asLongValue();
        this.bulk = bulk.asLongValue();
        this.workbook = workbook.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseWhatSaysItIsTooLarge, BEFORE_THE_FRAMEWORK);
    }

    private void refuseWhatSaysItIsTooLarge(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limit(exchange.request().path())) {
            exchange.next();
            return;
        }
        HttpProblem problem = problems.tooLarge(Language.of(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        // What follows is read and thrown away, so that the sender gets to see the answer.
        exchange.request().resume();
        exchange.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("status", problem.getStatusCode())
                        .put("title", problem.getTitle())
                        .put("detail", problem.getDetail())
                        .encode());
    }

    @ServerRequestFilter
    public void cutOffWhatBecomesTooLarge(ContainerRequestContext request) {
        long limit = limit(request.getUriInfo().getPath());
        request.setEntityStream(new LimitedBody(request.getEntityStream(), limit));
    }

    private long limit(String path) {
        if (path.endsWith(WORKBOOK)) {
            return workbook;
        }
        return path.endsWith(BULK) ? bulk : usual;
    }
}
