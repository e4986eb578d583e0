package gongkai.submission.intake;

import gongkai.submission.log.Logs;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Brings events from Kafka to the intake, batch by batch, at least once.
 *
 * <pre>
 *   poll ──▶ take (one transaction, in which the position moves) ──▶ poll …
 *     ▲                │
 *     └─ go back, rest ┴─ failure
 * </pre>
 */
@ApplicationScoped
class IntakeLoop {

    /** How long an idle loop takes to notice that it should stop. Events do not wait for it. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, Object> kafka;
    private final IntakeConfig config;
    private final TotalsIntake intake;
    private final Positions positions;
    private final Trail trail;
    private final Lag lag;
    private final Logs logs;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "intake");

    IntakeLoop(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IntakeConfig config,
            TotalsIntake intake,
            Positions positions,
            Trail trail,
            Lag lag,
            Logs logs) {
        this.kafka = kafka;
        this.config = config;
        this.intake = intake;
        this.positions = positions;
        this.trail = trail;
        this.lag = lag;
        this.logs = logs;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        boolean failing = false;
        try (var consumer = open()) {
            var placement = new Placement(consumer, positions, logs);
            consumer.subscribe(List.of(config.topic()), placement);
            while (stopping.getCount() > 0) {
                ConsumerRecords<byte[], byte[]> events = ConsumerRecords.empty();
                try {
                    placement.settle();
                    events = consumer.poll(POLL);
                    take(events, consumer);
                    lag.look(consumer);
                    failing = false;
                } catch (RuntimeException e) {
                    // Said once, not twice a second: the events wait in Kafka, and nothing is lost.
                    if (!failing) {
                        Log.warn("The intake waits, for a batch could not be taken in", e);
                    }
                    failing = true;
                    goBack(events, consumer);
                    stopping.await(config.retry().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> events, Consumer<byte[], byte[]> consumer) {
        if (!events.isEmpty()) {
            Instant since = Instant.now();
            intake.take(StreamSupport.stream(events.spliterator(), false).toList());
            trail.taken(events, since);
            // For whoever watches how far behind we are; where we go on from stands in the database.
            consumer.commitAsync();
        }
    }

    /** To where these events begin, so that they come again; partitions that went to another instance come again there. */
    private static void goBack(ConsumerRecords<byte[], byte[]> events, Consumer<byte[], byte[]> consumer) {
        events.partitions().stream()
                .filter(consumer.assignment()::contains)
                .forEach(partition -> consumer.seek(
                        partition, events.records(partition).get(0).offset()));
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) config.silence().toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                config.silence().dividedBy(3).toMillis());
        // What a producer gave up is never seen.
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
