package gongkai.chassis.consumer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.chassis.Owner;
import gongkai.chassis.RealPlatform;
import gongkai.chassis.SampleEventHandler;
import gongkai.chassis.Tokens;
import gongkai.chassis.deadletter.DeadLetters;
import gongkai.deploy.local.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Events that cannot be processed are explained, and can be replayed. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class DeadLetterResourceTest {

    private static final String TYPE = SampleEventHandler.TYPE;
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    @Inject
    EventProcessor processor;

    @Inject
    DeadLetters letters;

    @Inject
    Owner database;

    @Inject
    MeterRegistry metrics;

    /** A topic of the test's own: the one that the service consumes stays as it is. */
    private final String topic = "topic-" + UUID.randomUUID();

    private final String name = "letter-" + UUID.randomUUID();

    @Test
    void a_dead_letter_says_why_and_where_it_came_from_and_not_what_it_holds() {
        processor.process(List.of(event(7, TYPE, "not JSON, but the figures of somebody")));

        JsonNode letter = explain(only().path("id").asLong());

        assertThat(letter.path("topic").asText()).isEqualTo(topic);
        assertThat(letter.path("partition").asInt()).isEqualTo(3);
        assertThat(letter.path("offset").asInt()).isEqualTo(7);
        assertThat(letter.path("writtenAt").asText()).isEqualTo("2019-01-08T01:30:00Z");
        assertThat(letter.path("key").asText()).isEqualTo(name);
        assertThat(letter.path("type").asText()).isEqualTo(TYPE);
        assertThat(letter.path("traceparent").asText()).isEqualTo(TRACE);
        assertThat(letter.path("size").asInt()).isEqualTo(37);
        assertThat(letter.path("reason").asText()).contains("Unrecognized token 'not'");
        assertThat(letter.path("state").asText()).isEqualTo("waiting");
        assertThat(letter.toString()).doesNotContain("figures of somebody");
    }

    @Test
    void an_event_that_is_delivered_again_is_one_dead_letter() {
        processor.process(List.of(event(7, TYPE, "not JSON")));
        processor.process(List.of(event(7, TYPE, "not JSON"), event(8, TYPE, "not JSON")));

        assertThat(all()).hasSize(2);
    }

    @Test
    void characters_that_postgresql_cannot_store_are_replaced() {
        var odd = new ConsumerRecord<>(
                topic,
                3,
                7,
                -1,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                (byte[]) null,
                (byte[]) null,
                new RecordHeaders().add("ce_type", "a\0b".getBytes(UTF_8)).add("none", null),
                Optional.empty());

        processor.process(List.of(odd));

        JsonNode letter = only();
        assertThat(letter.path("reason").asText()).isEqualTo("events of type a\uFFFDb mean nothing here");
        assertThat(letter.has("key")).isFalse();
        assertThat(letter.path("size").asInt()).isZero();
    }

    @Test
    void an_event_that_is_rejected_again_still_waits_and_says_who_tried() throws Exception {
        processor.process(List.of(event(7, TYPE, "not JSON")));
        long id = only().path("id").asLong();

        JsonNode tried = body(given().post("/v1/dead-letters/sample/{id}/replay", id));

        assertThat(tried.path("state").asText()).isEqualTo("waiting");
        assertThat(tried.path("replays")).singleElement().satisfies(replay -> {
            assertThat(replay.path("outcome").asText()).isEqualTo("refused");
            assertThat(replay.path("reason").asText()).contains("Unrecognized token 'not'");
            assertThat(replay.path("madeBy").asText()).isEqualTo("李文");
            assertThat(replay.path("madeAt").asText()).isNotEmpty();
        });
        assertThat(only().path("id").asLong()).isEqualTo(id);
        assertThat(database.count("select count(*) from audit.audit_entry where action = 'replayDeadLetter'"
                        + " and resource = '/v1/dead-letters/sample/%d'".formatted(id)))
                .as("entries in the audit log")
                .isEqualTo(1);
    }

    @Test
    void an_event_is_applied_by_a_replay_after_its_obstacle_was_removed() throws Exception {
        database.execute("alter table sample add constraint an_obstacle check (name <> '%s')".formatted(name));
        processor.process(List.of(event(7, TYPE, "{\"name\":\"%s\",\"value\":5}".formatted(name))));
        database.execute("alter table sample drop constraint an_obstacle");
        assertThat(only().path("reason").asText())
                .startsWith("it cannot be stored")
                .contains("an_obstacle");

        JsonNode tried = body(given().post(
                        "/v1/dead-letters/sample/{id}/replay", only().path("id").asLong()));

        assertThat(tried.path("state").asText()).isEqualTo("applied");
        assertThat(tried.at("/replays/0/outcome").asText()).isEqualTo("applied");
        assertThat(database.count("select value from sample where name = '%s'".formatted(name)))
                .isEqualTo(5);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_dead_letter_that_is_too_large_is_in_the_topic_alone() {
        String huge = "x".repeat(4 * 1024 * 1024 + 1);
        QuarkusTransaction.requiringNew().run(() -> letters.add(event(7, TYPE, huge), "because"));

        given().post("/v1/dead-letters/sample/{id}/replay", only().path("id").asLong())
                .then()
                .statusCode(409);
        assertThat(only().path("kept").asBoolean()).isFalse();
    }

    @Test
    void dead_letters_are_listed_in_pages() {
        processor.process(List.of(event(7, TYPE, "not JSON"), event(8, TYPE, "not JSON"), event(9, TYPE, "not JSON")));
        long first = all().get(0).path("id").asLong();

        var page = given().get("/v1/dead-letters/sample?limit=2&after={id}", first - 1);

        assertThat(body(page).path("items")).hasSize(2);
        assertThat(page.header("Link")).contains("after=" + (first + 1), "rel=\"next\"");
    }

    @Test
    void a_number_that_no_dead_letter_has_is_not_found() {
        given().get("/v1/dead-letters/sample/{id}", Integer.MAX_VALUE).then().statusCode(404);
        given().post("/v1/dead-letters/sample/{id}/replay", Integer.MAX_VALUE)
                .then()
                .statusCode(404);
    }

    @Test
    void the_address_of_another_service_is_not_found() {
        given().get("/v1/dead-letters/other").then().statusCode(404);
    }

    @Test
    void nobody_but_the_platforms_administrator_sees_them() {
        given().auth().none().get("/v1/dead-letters/sample").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of(Person.of("bureau-editor", "bureau")))
                .get("/v1/dead-letters/sample")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of(Person.platformAdministrator()))
                .get("/v1/dead-letters/sample")
                .then()
                .statusCode(200);
    }

    @Test
    void the_number_of_waiting_dead_letters_is_a_metric() {
        processor.process(List.of(event(7, TYPE, "not JSON")));

        await().untilAsserted(() ->
                assertThat(metrics.get("gongkai.dead.letters").gauge().value()).isPositive());
    }

    private ConsumerRecord<byte[], byte[]> event(long offset, String type, String value) {
        byte[] data = value.getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic,
                3,
                offset,
                1_546_911_000_000L,
                TimestampType.CREATE_TIME,
                name.length(),
                data.length,
                name.getBytes(UTF_8),
                data,
                new RecordHeaders().add("ce_type", type.getBytes(UTF_8)).add("traceparent", TRACE.getBytes(UTF_8)),
                Optional.empty());
    }

    /** Those of this test. */
    private List<JsonNode> all() {
        return body(given().get("/v1/dead-letters/sample?limit=200"))
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("topic").asText().equals(topic))
                .toList();
    }

    private JsonNode only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private static JsonNode explain(long id) {
        return body(given().get("/v1/dead-letters/sample/{id}", id));
    }

    private static JsonNode body(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.as(JsonNode.class);
    }
}
