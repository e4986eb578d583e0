package gongkai.chassis.consumer;

import gongkai.chassis.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Hands events from Kafka to the {@link EventProcessor}, batch by batch, at least once.
 *
 * <pre>
 *   poll ──▶ process (one transaction, in which the offsets move) ──▶ poll …
 *     ▲                │
 *     └─ seek, pause ──┴─ failure
 * </pre>
 */
@ApplicationScoped
class KafkaConsumerLoop {

    private final SubscribedConsumers consumers;
    private final EventProcessor processor;
    private final EventTracing tracing;
    private final ConsumerLagGauge lag;
    private final BackgroundLoop loop;

    /** Opened in the loop's thread, where a failure is retried. */
    private SubscribedConsumer consumer;

    KafkaConsumerLoop(
            SubscribedConsumers consumers,
            ConsumerConfig config,
            EventProcessor processor,
            EventTracing tracing,
            ConsumerLagGauge lag) {
        this.consumers = consumers;
        this.processor = processor;
        this.tracing = tracing;
        this.lag = lag;
        this.loop = new BackgroundLoop("consumer", config.retryDelay(), this::consume);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        if (consumer != null) {
            consumer.close();
        }
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    private void consume() {
        if (consumer == null) {
            consumer = consumers.open();
        }
        ConsumerRecords<byte[], byte[]> events = consumer.poll();
        try {
            if (!events.isEmpty()) {
                process(events);
            }
        } catch (RuntimeException e) {
            consumer.seekTo(events);
            throw e;
        }
        consumer.measure(lag);
    }

    private void process(ConsumerRecords<byte[], byte[]> events) {
        Instant since = Instant.now();
        processor.process(StreamSupport.stream(events.spliterator(), false).toList());
        tracing.processed(events, since);
        consumer.commit();
    }
}
