package gongkai.aggregation.progress;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import gongkai.aggregation.Given;
import gongkai.aggregation.Kafka;
import gongkai.aggregation.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class ProgressResourceTest {

    @Inject
    Kafka kafka;

    private final String collection = Given.code();

    @Test
    void who_is_missing_can_be_seen() {
        kafka.announce(collection, announcement(collection, 1, "office", "station", "centre", "hall"));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        kafka.submit(collection, "station", submission(collection, "station", 2, "draft", ""));
        kafka.submit(collection, "hall", submission(collection, "hall", 3, "returned", ""));

        await().untilAsserted(() -> given().get("/v1/totals/{collection}/progress", collection)
                .then()
                .statusCode(200)
                .body("collection", equalTo(collection))
                .body("progress.expected", equalTo(4))
                .body("progress.submitted", equalTo(1))
                .body("progress.draft", equalTo(1))
                .body("progress.returned", equalTo(1))
                .body("progress.missing", equalTo(1))
                .body("units.code", contains("office", "station", "centre", "hall"))
                .body("units.state", contains("submitted", "draft", "missing", "returned"))
                .body("units[3].revision", equalTo(3)));
    }

    @Test
    void a_reader_who_has_the_latest_is_told_so() {
        kafka.announce(collection, announcement(collection, 1, "office"));

        await().untilAsserted(() -> given().header("If-None-Match", "\"1\"")
                .get("/v1/totals/{collection}/progress", collection)
                .then()
                .statusCode(304));
    }

    @Test
    void nobody_submits_to_an_unknown_collection() {
        given().get("/v1/totals/nobody/progress")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/collection-unknown"));
    }
}
