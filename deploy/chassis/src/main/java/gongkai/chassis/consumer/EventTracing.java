package gongkai.chassis.consumer;

import gongkai.chassis.tracing.TraceContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Adds the processing of an event to the trace of the request that caused it. */
@ApplicationScoped
class EventTracing {

    private final Tracer tracer;

    EventTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** These events were processed together from then until now. */
    void processed(ConsumerRecords<byte[], byte[]> events, Instant since) {
        for (ConsumerRecord<byte[], byte[]> event : events) {
            String traceparent = TraceContext.of(event.headers());
            if (traceparent != null) {
                tracer.spanBuilder(event.topic() + " process")
                        .setSpanKind(SpanKind.CONSUMER)
                        .setParent(TraceContext.context(traceparent))
                        .setStartTimestamp(since)
                        .startSpan()
                        .end();
            }
            if (Log.isDebugEnabled()) {
                TraceContext.under(traceparent, () -> log(event));
            }
        }
    }

    private static void log(ConsumerRecord<byte[], byte[]> event) {
        Log.debugf("Processed event %s-%d@%d", event.topic(), event.partition(), event.offset());
    }
}
