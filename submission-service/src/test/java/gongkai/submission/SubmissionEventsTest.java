package gongkai.submission;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.outbox.TopicRecreated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class SubmissionEventsTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Event<TopicRecreated> recreated;

    private KafkaConsumer<String, String> topic;
    private final List<ConsumerRecord<String, String>> published = new ArrayList<>();

    @BeforeEach
    void listen() {
        topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        topic.subscribe(List.of("gongkai.submissions"));
    }

    @AfterEach
    void hangUp() {
        topic.close();
    }

    @Test
    void what_happens_to_a_collection_is_published_in_order_on_one_partition() throws Exception {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);
        report(collection, "office", submission(figures("6", 2))).then().statusCode(201);
        report(collection, "centre", submission(figures("6", 3)), 1).then().statusCode(200);

        await().untilAsserted(() -> assertThat(about(collection)).hasSize(4));

        assertThat(about(collection))
                .extracting(ConsumerRecord::key)
                .containsExactly(collection, collection + "/centre", collection + "/office", collection + "/centre");
        assertThat(about(collection))
                .extracting(ConsumerRecord::partition)
                .containsOnly(about(collection).get(0).partition());
        var last = new ObjectMapper().readTree(about(collection).get(3).value());
        assertThat(last.at("/revision").asLong()).isEqualTo(2);
        assertThat(last.at("/values").get("6").asLong()).isEqualTo(3);
    }

    @Test
    void an_event_belongs_to_the_trace_of_its_request_and_the_answer_names_it() {
        String collection = openCollection();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Response answer = given().contentType(ContentType.JSON)
                .header("traceparent", "00-%s-00f067aa0ba902b7-00".formatted(trace))
                .body(submission(figures()))
                .put("/v1/collections/{collection}/units/office/submission", collection);

        await().untilAsserted(() -> assertThat(about(collection)).hasSize(2));
        assertThat(answer.header("traceparent")).contains(trace);
        assertThat(header(about(collection).get(1), "traceparent")).isEqualTo(answer.header("traceparent"));
        assertThat(header(about(collection).get(1), "ce_traceparent")).isEqualTo(answer.header("traceparent"));
        assertThat(header(about(collection).get(0), "traceparent")).doesNotContain(trace);
    }

    @Test
    void a_draft_is_published_without_its_figures() throws Exception {
        String collection = openCollection();
        Map<String, Object> draft = submission(Map.of("6", 7));
        draft.put("state", "draft");
        report(collection, "centre", draft).then().statusCode(201);

        await().untilAsserted(() -> assertThat(about(collection)).hasSize(2));

        var event = new ObjectMapper().readTree(about(collection).get(1).value());
        assertThat(event.at("/state").asText()).isEqualTo("draft");
        assertThat(event.at("/values")).isEmpty();
    }

    @Test
    void a_rejected_submission_is_not_published() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", -1))).then().statusCode(422);
        report(collection, "office", submission(figures())).then().statusCode(201);

        await().untilAsserted(() -> assertThat(about(collection)).hasSize(2));

        assertThat(about(collection))
                .extracting(ConsumerRecord::key)
                .containsExactly(collection, collection + "/office");
    }

    @Test
    void a_recreated_topic_gets_the_current_state_of_everything_again() throws Exception {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);
        report(collection, "centre", submission(figures("6", 3)), 1).then().statusCode(200);
        await().untilAsserted(() -> assertThat(about(collection)).hasSize(3));

        recreated.fire(new TopicRecreated());

        await().untilAsserted(() -> assertThat(about(collection)).hasSize(5));
        assertThat(about(collection).subList(3, 5))
                .extracting(ConsumerRecord::key)
                .containsExactly(collection, collection + "/centre");
        assertThat(about(collection).get(4).value())
                .isEqualTo(about(collection).get(2).value());
    }

    private List<ConsumerRecord<String, String>> about(String collection) {
        topic.poll(Duration.ofMillis(100)).forEach(published::add);
        return published.stream()
                .filter(event -> event.key().equals(collection) || event.key().startsWith(collection + "/"))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
