package gongkai.aggregation.problem;

import gongkai.aggregation.language.Language;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large with a problem; the framework alone would answer with an empty page. */
@ApplicationScoped
class BodyLimit {

    /** Before the framework's own limit, which still holds for bodies that do not say how large they are. */
    private static final int BEFORE_THE_FRAMEWORK = 100;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    private void check(RoutingContext exchange) {
        if (announced(exchange) <= limit) {
            exchange.next();
            return;
        }
        var language = Language.of(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var words = FrameworkProblems.TOO_LARGE;
        // What follows is read and thrown away, so that the sender gets to see the answer.
        exchange.request().resume();
        exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", "/problems/" + words.type())
                        .put("status", 413)
                        .put("title", words.title().in(language))
                        .put("detail", words.detail().in(language))
                        .encode());
    }

    private static long announced(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
