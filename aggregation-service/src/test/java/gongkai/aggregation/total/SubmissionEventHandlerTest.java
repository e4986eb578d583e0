package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static gongkai.aggregation.Kafka.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.aggregation.Given;
import gongkai.aggregation.Kafka;
import gongkai.aggregation.Owner;
import gongkai.aggregation.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Events in a real Kafka become totals in a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class SubmissionEventHandlerTest {

    private static final String DEAD_LETTERS = "gongkai.submissions.dead-letter";

    private static final String ROLLBACKS =
            "select xact_rollback from pg_stat_database where datname = current_database()";

    @Inject
    Kafka kafka;

    @Inject
    Owner database;

    private final String collection = Given.code();

    @Test
    void what_is_submitted_appears_in_the_totals() {
        kafka.announce(collection, announcement(collection, 1, "office", "station"));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        kafka.submit(collection, "station", submission(collection, "station", 1, "'1.1': 7"));

        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(12));
    }

    @Test
    void what_is_delivered_twice_counts_once() {
        String submitted = submission(collection, "office", 1, "'1.1': 5");
        kafka.announce(collection, announcement(collection, 1, "office", "station"));
        kafka.submit(collection, "office", submitted);
        kafka.submit(collection, "office", submitted);
        kafka.announce(collection, announcement(collection, 1, "office", "station"));
        kafka.submit(collection, "office", submitted);
        kafka.submit(collection, "station", submission(collection, "station", 1, "'1.1': 7"));

        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(12));
    }

    @Test
    void an_unreadable_event_is_a_dead_letter_and_those_behind_it_go_on() {
        String key = collection + "/office";
        kafka.announce(collection, announcement(collection, 1, "office"));
        kafka.send(collection, key, "gongkai.submission.v1", "not JSON");
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));

        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(5));
        await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS, key)).hasSize(1));
        ConsumerRecord<String, String> letter = kafka.read(DEAD_LETTERS, key).get(0);
        assertThat(letter.value()).isEqualTo("not JSON");
        assertThat(header(letter, "ce_type")).isEqualTo("gongkai.submission.v1");
        assertThat(header(letter, "dead-letter-reason")).contains("Unrecognized token");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo("gongkai.submissions");
        assertThat(header(letter, "dead-letter-partition")).matches("[0-7]");
        assertThat(header(letter, "dead-letter-offset")).matches("\\d+");
    }

    @Test
    void an_event_that_cannot_be_stored_is_a_dead_letter_and_those_around_it_are_stored() {
        String unstorable = submission(collection, "station", 1, "'1.1\\u0000': 5");
        kafka.announce(collection, announcement(collection, 1, "office", "station", "centre"));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        kafka.submit(collection, "station", unstorable);
        kafka.submit(collection, "centre", submission(collection, "centre", 1, "'1.1': 7"));

        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(12));
        await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS, collection + "/station"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(header(letter, "dead-letter-reason")).startsWith("it cannot be stored")));
    }

    @Test
    void a_failure_that_may_pass_is_waited_for() throws SQLException {
        kafka.announce(collection, announcement(collection, 1, "office"));
        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(0));

        long before = rollbacks();
        execute("alter table submission rename to out_of_reach");
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        await().untilAsserted(() -> assertThat(rollbacks()).isGreaterThan(before + 1));
        execute("alter table out_of_reach rename to submission");

        await().untilAsserted(() -> assertThat(total("1.1")).isEqualTo(5));
        assertThat(kafka.read(DEAD_LETTERS, collection + "/office")).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rollbacks() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(ROLLBACKS)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Null as long as there is none. */
    private Integer total(String indicator) {
        return given().get("/v1/totals/{collection}", collection).path("values.'%s'".formatted(indicator));
    }
}
