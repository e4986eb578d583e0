package gongkai.chassis.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.chassis.Owner;
import gongkai.chassis.RealPlatform;
import gongkai.chassis.SampleEventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events in a real Kafka have their effect in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class KafkaConsumerLoopTest {

    private static final String ROLLBACKS =
            "select xact_rollback from pg_stat_database where datname = current_database()";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Owner database;

    @Inject
    MeterRegistry metrics;

    private final String name = "sample-" + UUID.randomUUID();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void a_published_event_is_processed() {
        send(sample("a", 5));

        await().untilAsserted(() -> assertThat(value("a")).isEqualTo(5));
        assertThat(metrics.get("gongkai.processing.delay").timer().count()).isPositive();
        await().untilAsserted(() ->
                assertThat(metrics.get("gongkai.consumer.lag").gauge().value()).isZero());
    }

    @Test
    void an_unreadable_event_is_a_dead_letter_and_the_next_events_are_processed() {
        send("not JSON");
        send(sample("a", 5));

        await().untilAsserted(() -> assertThat(value("a")).isEqualTo(5));
        await().untilAsserted(
                        () -> assertThat(deadLetters("Unrecognized token")).isEqualTo(1));
    }

    @Test
    void an_event_that_cannot_be_stored_is_a_dead_letter_and_the_others_of_its_batch_are_stored() throws SQLException {
        send(sample("a", 5));
        send(sample("b", -1));
        send(sample("c", 7));

        await().untilAsserted(() -> assertThat(value("c")).isEqualTo(7));
        assertThat(value("a")).isEqualTo(5);
        await().untilAsserted(
                        () -> assertThat(deadLetters("it cannot be stored")).isEqualTo(1));
    }

    @Test
    void a_failure_that_may_pass_is_retried() throws SQLException {
        long before = database.count(ROLLBACKS);
        database.execute("alter table sample rename to out_of_reach");
        send(sample("a", 5));
        await().untilAsserted(() -> assertThat(database.count(ROLLBACKS)).isGreaterThan(before + 1));
        database.execute("alter table out_of_reach rename to sample");

        await().untilAsserted(() -> assertThat(value("a")).isEqualTo(5));
        assertThat(deadLetters("")).isZero();
    }

    private String sample(String part, long value) {
        return "{\"name\":\"%s-%s\",\"value\":%d,\"unknown\":true}".formatted(name, part, value);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for it.
    private void send(String data) {
        var event = new ProducerRecord<>("gongkai.submissions", 0, name, data);
        event.headers().add("ce_type", SampleEventHandler.TYPE.getBytes(UTF_8));
        producer.send(event);
        producer.flush();
    }

    private long value(String part) throws SQLException {
        return database.count("select coalesce(max(value), 0) from sample where name = '%s-%s'".formatted(name, part));
    }

    private long deadLetters(String reason) throws SQLException {
        return database.count("select count(*) from dead_letter where record_key = '%s'::bytea and reason like '%s%%'"
                .formatted(name, reason));
    }
}
