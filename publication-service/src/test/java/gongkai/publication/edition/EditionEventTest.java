package gongkai.publication.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.Clerk;
import gongkai.publication.Contract;
import gongkai.publication.report.Arrivals;
import gongkai.publication.report.SampleTotals;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What others learn of editions. */
@QuarkusTest
class EditionEventTest {

    private static final Duration FLOW = Duration.ofSeconds(30);

    private final String report = "events-" + UUID.randomUUID();

    @Inject
    Arrivals arrivals;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void the_event_of_the_example_is_the_golden_sample() throws Exception {
        JsonNode example = given().queryParam("format", "json")
                .get("/q/openapi")
                .as(JsonNode.class)
                .at("/components/examples/Edition/value");
        var contract = new Contract("publication-service", "gongkai.edition.v1");
        String digest = json.readTree(contract.sample()).path("digest").asText();

        var event = EditionEvent.published(json.treeToValue(example, PublishedReport.class), digest);

        contract.isKeptBy(json.writeValueAsString(event));
    }

    @Test
    void others_learn_of_an_edition_and_of_its_withdrawal() throws Exception {
        arrivals.arrive(SampleTotals.complete().of(report));
        new Clerk(report).published();
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"误公开\",\"withdrawnBy\":\"王主任\"}")
                .post("/v1/reports/{report}/editions/1/withdrawal", report);

        List<ConsumerRecord<String, String>> told = told(2);

        assertThat(told).extracting(ConsumerRecord::key).containsOnly(report + "/1");
        assertThat(told)
                .extracting(event -> json.readTree(event.value()).path("state").asText())
                .containsExactly("published", "withdrawn");
        assertThat(new String(told.get(0).headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("gongkai.edition.v1");
        for (var event : told) {
            new Contract("publication-service", "gongkai.edition.v1").allows(event.value());
        }
    }

    @Test
    void nobody_learns_of_an_edition_before_its_time() {
        arrivals.arrive(SampleTotals.complete().of(report));
        var clerk = new Clerk(report);
        clerk.write("一、概述", "工作平稳有序。").review();
        String approved = clerk.approved();
        Instant time = Instant.now().plusSeconds(3);
        clerk.publish(approved, null, time.toString());

        told(1);

        assertThat(Instant.now()).isAfterOrEqualTo(time);
    }

    /** Waits for so many events of our report. */
    private List<ConsumerRecord<String, String>> told(int count) {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("gongkai.editions").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await("%d events of %s".formatted(count, report)).atMost(FLOW).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (event.key().startsWith(report)) {
                        told.add(event);
                    }
                });
                return told.size() >= count;
            });
        }
        return told;
    }
}
