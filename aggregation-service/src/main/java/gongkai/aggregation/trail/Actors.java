package gongkai.aggregation.trail;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who acts now: whoever sent the request that is being served, or this service where it serves none. */
@ApplicationScoped
class Actors {

    private static final String THIS_SERVICE = "aggregation-service";

    private final RequestOrigin origin;

    Actors(RequestOrigin origin) {
        this.origin = origin;
    }

    Actor acting() {
        boolean requested = Arc.container().requestContext().isActive() && origin.isKnown();
        return requested ? origin.actor(trace()) : new Actor(THIS_SERVICE, null, List.of(), null, trace(), "intake");
    }

    /** By which all services log what goes on now; null outside of any. */
    private static String trace() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
