package gongkai.publication.report;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals come through a real Kafka into a real database; all that is seen of it is what HTTP shows. */
@QuarkusTest
class TotalsEventHandlerIT {

    private static final String TYPE = "gongkai.totals.v1";
    private static final TopicPartition DEAD_LETTERS = new TopicPartition("gongkai.totals.dead-letter", 0);

    private final String report = "totals-" + UUID.randomUUID();
    private final String neighbour = "totals-" + UUID.randomUUID();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private KafkaProducer<String, String> aggregation;

    @BeforeEach
    void connect() {
        aggregation = producer(Map.of());
    }

    @AfterEach
    void disconnect() {
        aggregation.close();
    }

    @Test
    void a_report_rests_on_the_totals_that_arrive() throws Exception {
        send(SampleTotals.asPublished().of(report));
        awaitTotals(report, 7);

        send(SampleTotals.asPublished().of(report).revision(8));
        awaitTotals(report, 8);
    }

    @Test
    void what_arrives_twice_or_late_changes_nothing() throws Exception {
        send(SampleTotals.asPublished().of(report).revision(9).withBureauName("latest"));
        send(SampleTotals.asPublished().of(report).revision(8).withBureauName("late"));
        send(SampleTotals.asPublished().of(report).revision(9).withBureauName("again"));
        send(SampleTotals.asPublished().of(neighbour));

        awaitTotals(neighbour, 7);
        assertThat(totals(report)).isEqualTo(9);
        assertThat(given().get("/v1/reports/{report}/draft", report).jsonPath().getString("bureau.name"))
                .isEqualTo("latest");
    }

    @Test
    void what_its_producer_gave_up_is_never_seen() throws Exception {
        try (var producer = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, report))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(event(report, SampleTotals.asPublished().of(report).json(), TYPE))
                    .get();
            producer.abortTransaction();
        }
        send(SampleTotals.asPublished().of(neighbour));

        awaitTotals(neighbour, 7);
        assertThat(totals(report)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gongkai.totals.v1 | {\"collection\":         | Unexpected end-of-input",
                "gongkai.totals.v1 | {}                       | totals name their collection by a code",
                "gongkai.totals.v1 | null                     | there is no data",
                "gongkai.totals.v1 |                          | there is no data",
                "gongkai.totals.v2 | {}                       | events of type gongkai.totals.v2 mean nothing here",
                "                  | {}                       | there is no header ce_type"
            })
    void an_event_that_cannot_be_read_is_put_aside_and_stops_nobody(String type, String event, String reason)
            throws Exception {
        aggregation.send(event(report, event, type)).get();
        send(SampleTotals.asPublished().of(neighbour));

        awaitTotals(neighbour, 7);
        assertDeadLetter(event, type, reason);
    }

    @Test
    void an_event_that_cannot_be_stored_is_put_aside_and_stops_nobody() throws Exception {
        String nul = SampleTotals.asPublished().of(report).withBureauName("\0").json();

        send(SampleTotals.asPublished().of(neighbour));
        aggregation.send(event(report, nul, TYPE)).get();
        send(SampleTotals.asPublished().of(neighbour).revision(8));

        awaitTotals(neighbour, 8);
        assertDeadLetter(nul, TYPE, "it cannot be stored");
        assertThat(totals(report)).isZero();
    }

    private void send(SampleTotals totals) throws Exception {
        aggregation.send(event(totals.collection(), totals.json(), TYPE)).get();
    }

    /** All on one partition, so that they come in the order they are sent. */
    private static ProducerRecord<String, String> event(String key, String value, String type) {
        var event = new ProducerRecord<>("gongkai.totals", 3, key, value);
        if (type != null) {
            event.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return event;
    }

    private static void awaitTotals(String report, long revision) {
        await().atMost(Duration.ofSeconds(60)).until(() -> totals(report) == revision);
    }

    /** The revision the report rests on; 0 while it is unknown. */
    private static long totals(String report) {
        var draft = given().get("/v1/reports/{report}/draft", report);
        return draft.statusCode() == 200 ? draft.jsonPath().getLong("totalsRevision") : 0;
    }

    private void assertDeadLetter(String value, String type, String reason) {
        List<ConsumerRecord<String, String>> letters = deadLettersOf(report);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(header(letter, "ce_type")).isEqualTo(type);
            assertThat(header(letter, "dead-letter-reason")).contains(reason);
            assertThat(header(letter, "dead-letter-topic")).isEqualTo("gongkai.totals");
            assertThat(header(letter, "dead-letter-partition")).isEqualTo("3");
            assertThat(header(letter, "dead-letter-offset")).matches("\\d+");
        });
    }

    private List<ConsumerRecord<String, String>> deadLettersOf(String key) {
        var letters = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(DEAD_LETTERS));
            consumer.seekToBeginning(List.of(DEAD_LETTERS));
            long end = consumer.endOffsets(List.of(DEAD_LETTERS)).get(DEAD_LETTERS);
            while (consumer.position(DEAD_LETTERS) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            }
        }
        letters.removeIf(letter -> !key.equals(letter.key()));
        return letters;
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
