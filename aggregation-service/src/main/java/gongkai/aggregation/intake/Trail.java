package gongkai.aggregation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.aggregation.trace.Trace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Lets what happens here to an event be seen in the trace of the request that caused it. */
@ApplicationScoped
class Trail {

    private final Tracer tracer;

    Trail(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The trace an event belongs to; null for none. */
    static String of(ConsumerRecord<?, ?> event) {
        var header = event.headers().lastHeader(Trace.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** These events have been taken in together since then. */
    void taken(ConsumerRecords<byte[], byte[]> events, Instant since) {
        for (var event : events) {
            String trace = of(event);
            if (trace != null) {
                tracer.spanBuilder(event.topic() + " process")
                        .setSpanKind(SpanKind.CONSUMER)
                        .setParent(Trace.context(trace))
                        .setStartTimestamp(since)
                        .startSpan()
                        .end();
            }
            if (Log.isDebugEnabled()) {
                Trace.under(trace, () -> log(event));
            }
        }
    }

    private static void log(ConsumerRecord<byte[], byte[]> event) {
        Log.debugf("Event %s-%d@%d is taken in", event.topic(), event.partition(), event.offset());
    }
}
