package gongkai.submission.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/**
 * What belongs to one request, here and in the services that its events reach: W3C's trace context, written as in the header
 * {@value #HEADER}. It travels in the outbox with what the request changed, and is in each line that is logged of it.
 */
public final class Trace {

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

    private Trace() {}

    /** The trace of what goes on now; null outside of any. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /**
     * Does something as part of a trace: it is logged under it, and what it changes is told under it.
     *
     * @param parent null for no trace; one that cannot be read is none
     */
    @SuppressWarnings("try") // The scope has only to be closed.
    public static void under(String parent, Runnable what) {
        try (Scope scope = context(parent).makeCurrent()) {
            what.run();
        }
    }

    /** For spans that are to have this parent. */
    public static Context context(String parent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, ONE_HEADER);
    }
}
