package gongkai.chassis.http;

import gongkai.chassis.i18n.RequestLocale;
import gongkai.chassis.problem.BodyTooLarge;
import gongkai.chassis.problem.ProblemResponses;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects bodies that are too large with a problem: by their Content-Length, or else while they are read. The framework's own limit
 * answers with an empty page, so it is larger than any of these.
 */
@ApplicationScoped
class BodySizeLimit {

    private static final int BEFORE_FRAMEWORK = 100;

    private final ProblemResponses problems;
    private final HttpConfig config;

    BodySizeLimit(ProblemResponses problems, HttpConfig config) {
        this.problems = problems;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkContentLength, BEFORE_FRAMEWORK);
    }

    private void checkContentLength(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limit(exchange.request().path())) {
            exchange.next();
            return;
        }
        HttpProblem problem =
                problems.tooLarge(RequestLocale.of(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        // The rest of the body is read and dropped, so that the client receives the response.
        exchange.request().resume();
        var response = exchange.response().setStatusCode(problem.getStatusCode());
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        var unused = response.end(new JsonObject()
                .put("type", problem.getType().toString())
                .put("status", problem.getStatusCode())
                .put("title", problem.getTitle())
                .put("detail", problem.getDetail())
                .encode());
    }

    @ServerRequestFilter
    public void limitStream(ContainerRequestContext request) {
        long limit = limit(request.getUriInfo().getPath());
        request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
    }

    private long limit(String path) {
        return config.bodySizeLimits().entrySet().stream()
                .filter(suffix -> path.endsWith(suffix.getKey()))
                .max(Comparator.comparingInt(suffix -> suffix.getKey().length()))
                .map(Map.Entry::getValue)
                .map(MemorySize::asLongValue)
                .orElseGet(() -> config.maxBodySize().asLongValue());
    }

    private static final class LimitedStream extends FilterInputStream {

        private long left;

        LimitedStream(InputStream body, long limit) {
            super(body);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }
    }
}
