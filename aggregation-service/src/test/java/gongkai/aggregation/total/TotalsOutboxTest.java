package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.closing;
import static gongkai.aggregation.Given.submission;
import static gongkai.aggregation.Kafka.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Contract;
import gongkai.aggregation.Given;
import gongkai.aggregation.Kafka;
import gongkai.aggregation.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class TotalsOutboxTest {

    @Inject
    Kafka kafka;

    private final String collection = Given.code();

    @Test
    void totals_are_published_in_the_order_of_their_revisions_on_one_partition() {
        kafka.announce(collection, announcement(collection, 1, "office", "station"));
        await().untilAsserted(() -> assertThat(published()).hasSize(1));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        await().untilAsserted(() -> assertThat(published()).hasSize(2));
        kafka.submit(collection, "station", submission(collection, "station", 1, "'1.1': 7, '7': 0.25"));
        await().untilAsserted(() -> assertThat(published()).hasSize(3));

        assertThat(published())
                .extracting(event -> data(event).at("/revision").asInt())
                .containsExactly(1, 2, 3);
        assertThat(published())
                .extracting(ConsumerRecord::partition)
                .containsOnly(published().get(0).partition());
        JsonNode last = data(published().get(2));
        assertThat(last.at("/values").toString()).isEqualTo("{\"1.1\":12,\"2.1\":0,\"7\":0.25}");
        assertThat(last.at("/progress/submitted").asInt()).isEqualTo(2);
    }

    @Test
    void the_event_says_what_it_is_as_cloudevents_do_and_keeps_its_contract() throws Exception {
        kafka.announce(collection, announcement(collection, 1, "office"));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5, '2.1': 6"));

        await().untilAsserted(() -> assertThat(published())
                .last()
                .satisfies(event ->
                        assertThat(data(event).at("/values/2.1").asInt()).isEqualTo(6)));

        ConsumerRecord<String, String> event = published().get(published().size() - 1);
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_type")).isEqualTo("gongkai.totals.v1");
        assertThat(header(event, "ce_source")).isEqualTo("/aggregation-service");
        assertThat(header(event, "ce_subject")).isEqualTo(collection);
        assertThat(header(event, "ce_state")).isEqualTo("open");
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        assertThat(header(event, "ce_id")).isNotBlank();
        assertThat(header(event, "ce_time")).isNotBlank();
        assertThat(data(event).at("/findings")).hasSize(1);
        new Contract("aggregation-service", "gongkai.totals.v1").allows(event.value());
    }

    @Test
    void totals_are_published_as_part_of_the_trace_that_changed_them() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        kafka.announce(collection, announcement(collection, 1, "office"));
        await().untilAsserted(() -> assertThat(published()).hasSize(1));

        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"), trace);

        await().untilAsserted(() -> assertThat(published()).hasSize(2));
        assertThat(published().get(0).headers().lastHeader("traceparent")).isNull();
        assertThat(header(published().get(1), "traceparent")).isEqualTo(trace);
        assertThat(header(published().get(1), "ce_traceparent")).isEqualTo(trace);
    }

    @Test
    void what_changes_nothing_is_not_published() {
        String submitted = submission(collection, "office", 1, "'1.1': 5");
        kafka.announce(collection, announcement(collection, 1, "office"));
        kafka.submit(collection, "office", submitted);
        await().untilAsserted(() -> assertThat(published())
                .last()
                .satisfies(event ->
                        assertThat(data(event).at("/values/1.1").asInt()).isEqualTo(5)));
        int revision =
                data(published().get(published().size() - 1)).at("/revision").asInt();

        kafka.submit(collection, "office", submitted);
        kafka.submit(collection, "office", submission(collection, "office", 2, "'1.1': 6"));
        await().untilAsserted(() -> assertThat(published())
                .last()
                .satisfies(event ->
                        assertThat(data(event).at("/values/1.1").asInt()).isEqualTo(6)));

        assertThat(data(published().get(published().size() - 1)).at("/revision").asInt())
                .isEqualTo(revision + 1);
    }

    @Test
    void the_header_of_the_event_says_when_the_collection_is_closed() {
        kafka.announce(collection, announcement(collection, 1, "office"));
        kafka.announce(collection, closing(collection, 2, "office"));

        await().untilAsserted(() -> assertThat(published())
                .last()
                .satisfies(event -> assertThat(header(event, "ce_state")).isEqualTo("closed")));
        assertThat(data(published().get(published().size() - 1)).at("/state").asText())
                .isEqualTo("closed");
    }

    private List<ConsumerRecord<String, String>> published() {
        return kafka.read("gongkai.totals", collection);
    }

    private static JsonNode data(ConsumerRecord<String, String> event) {
        try {
            return new ObjectMapper().readTree(event.value());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
