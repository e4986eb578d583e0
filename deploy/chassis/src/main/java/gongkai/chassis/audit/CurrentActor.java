package gongkai.chassis.audit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one who acts now: the caller of the current request, or else this service, which processes events. */
@ApplicationScoped
class CurrentActor {

    private final RequestOrigin origin;
    private final String service;

    CurrentActor(RequestOrigin origin, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.origin = origin;
        this.service = service;
    }

    Actor acting() {
        boolean requested = Arc.container().requestContext().isActive() && origin.isKnown();
        return requested ? origin.actor(trace()) : new Actor(service, null, List.of(), null, trace(), "intake");
    }

    /** By which all services log what goes on now; null outside of any. */
    private static String trace() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
