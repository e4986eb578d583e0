package gongkai.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import gongkai.chassis.Owner;
import gongkai.chassis.RealPlatform;
import gongkai.chassis.tracing.TraceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class OutboxRelayTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    record SampleChanged(String group, String name, long value) implements OutboundEvent {

        @Override
        public String partitionKey() {
            return group;
        }

        @Override
        public String key() {
            return group + "/" + name;
        }

        @Override
        public String type() {
            return "gongkai.sample.v1";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("sample", name);
        }
    }

    @ApplicationScoped
    static class Recreations {

        private final AtomicInteger seen = new AtomicInteger();

        void count(@Observes TopicRecreated event) {
            seen.incrementAndGet();
        }

        int seen() {
            return seen.get();
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Outbox outbox;

    @Inject
    Recreations recreations;

    @Inject
    Owner database;

    private final String group = "group-" + UUID.randomUUID();
    private final List<ConsumerRecord<String, String>> published = new ArrayList<>();
    private KafkaConsumer<String, String> topic;

    @BeforeEach
    void subscribe() {
        topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        topic.subscribe(List.of("gongkai.totals"));
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void events_of_one_partition_key_are_published_in_order_on_one_partition() {
        append(new SampleChanged(group, "a", 1), new SampleChanged(group, "b", 2));
        append(new SampleChanged(group, "a", 3));

        await().untilAsserted(() -> assertThat(received()).hasSize(3));

        assertThat(received())
                .extracting(ConsumerRecord::key)
                .containsExactly(group + "/a", group + "/b", group + "/a");
        assertThat(received())
                .extracting(ConsumerRecord::partition)
                .containsOnly(received().get(0).partition());
        assertThat(received().get(2).value())
                .isEqualTo("{\"group\":\"%s\",\"name\":\"a\",\"value\":3}".formatted(group));
    }

    @Test
    void an_event_has_the_attributes_of_a_cloudevent_and_headers_of_its_own() {
        append(new SampleChanged(group, "a", 1));

        await().untilAsserted(() -> assertThat(received()).hasSize(1));

        ConsumerRecord<String, String> event = received().get(0);
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_type")).isEqualTo("gongkai.sample.v1");
        assertThat(header(event, "ce_source")).isEqualTo("/sample-service");
        assertThat(header(event, "ce_subject")).isEqualTo(group + "/a");
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        assertThat(header(event, "ce_id")).isNotBlank();
        assertThat(header(event, "ce_time")).isNotBlank();
        assertThat(header(event, "sample")).isEqualTo("a");
    }

    @Test
    void an_event_belongs_to_the_trace_under_which_it_was_appended() {
        TraceContext.under(TRACE, () -> append(new SampleChanged(group, "a", 1)));

        await().untilAsserted(() -> assertThat(received()).hasSize(1));

        assertThat(header(received().get(0), "traceparent")).isEqualTo(TRACE);
        assertThat(header(received().get(0), "ce_traceparent")).isEqualTo(TRACE);
    }

    @Test
    void an_event_of_a_rolled_back_transaction_is_not_published() {
        QuarkusTransaction.begin();
        outbox.append(new SampleChanged(group, "rolled-back", 1));
        QuarkusTransaction.rollback();
        append(new SampleChanged(group, "committed", 2));

        await().untilAsserted(() -> assertThat(received()).hasSize(1));

        assertThat(received()).extracting(ConsumerRecord::key).containsExactly(group + "/committed");
    }

    @Test
    void an_event_cannot_be_appended_outside_of_a_transaction() {
        assertThatExceptionOfType(TransactionalException.class)
                .isThrownBy(() -> outbox.append(new SampleChanged(group, "a", 1)));
    }

    @Test
    void a_topic_is_republished_to_once() throws Exception {
        append(new SampleChanged(group, "a", 1));
        await().untilAsserted(() -> assertThat(received()).hasSize(1));

        assertThat(recreations.seen()).isEqualTo(1);
        assertThat(database.count("select count(*) from outbox_topic")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                        database.count("select count(*) from outbox where partition_key = '%s'".formatted(group)))
                .isZero());
    }

    private void append(SampleChanged... events) {
        QuarkusTransaction.requiringNew().run(() -> List.of(events).forEach(outbox::append));
    }

    private List<ConsumerRecord<String, String>> received() {
        topic.poll(Duration.ofMillis(100)).forEach(published::add);
        return published.stream()
                .filter(event -> event.key().startsWith(group + "/"))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
