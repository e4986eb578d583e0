package gongkai.chassis.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * W3C's trace context of a request, written as in the header {@value #HEADER}. The outbox stores it with an event, so consumers continue
 * the trace. Every log line of the request carries it.
 */
public final class TraceContext {

    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public String get(String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };

    private TraceContext() {}

    /** The current trace; null for none. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The trace that a consumed event belongs to; null for none. */
    public static String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /**
     * Runs the action as part of a trace: its log lines and its events carry the trace.
     *
     * @param parent null for no trace; an invalid one counts as none
     */
    @SuppressWarnings("try") // The scope has only to be closed.
    public static void under(String parent, Runnable action) {
        try (Scope scope = context(parent).makeCurrent()) {
            action.run();
        }
    }

    /** A context for spans with this parent. */
    public static Context context(String parent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, ONE_HEADER);
    }
}
