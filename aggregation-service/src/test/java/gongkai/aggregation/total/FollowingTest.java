package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.Tokens;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.chassis.security.Role;
import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that follow changes. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class FollowingTest {

    private static final int SECONDS = 20;

    @Inject
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI service;

    private final String collection = Given.code();

    @BeforeEach
    void begin() throws Exception {
        announce(collection);
    }

    @Test
    void totals_after_a_token_cover_the_submission() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> after("station@2"));
        submit("station", 1, "'1.1': 6");
        submit("station", 2, "'1.1': 7");

        Response answer = waiting.get(SECONDS, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("values.'1.1'")).isEqualTo(7);
    }

    @Test
    void a_submission_that_stays_away_is_not_waited_for_without_end() {
        given().queryParam("after", "station@2")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(503)
                .header("Retry-After", "3")
                .body("type", equalTo("/problems/totals-not-there-yet"))
                .body("detail", containsString("station@2"));
    }

    @Test
    void a_token_that_is_none_is_refused_and_so_is_one_beside_a_revision() {
        assertThat(after("station@none").statusCode()).isEqualTo(400);
        given().queryParam("after", "station@1")
                .queryParam("revision", 1)
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(400);
    }

    @Test
    void a_dashboard_hears_of_each_change_and_after_a_reconnection_of_those_it_missed() throws Exception {
        submit("office", 1, "'1.1': 5");
        String heardLast;
        try (var changes = new Changes(null)) {
            assertThat(changes.next().path("revision").asLong()).isEqualTo(2);
            submit("station", 1, "'1.1': 7");
            JsonNode change = changes.next();
            assertThat(change.path("revision").asLong()).isEqualTo(3);
            assertThat(change.path("figures").toString()).isEqualTo("[{\"code\":\"1.1\",\"from\":5,\"to\":12}]");
            heardLast = changes.id();
        }
        submit("station", 2, "'1.1': 8");
        submit("station", 3, "'1.1': 9");

        try (var changes = new Changes(heardLast)) {
            assertThat(changes.next().path("revision").asLong()).isEqualTo(4);
            assertThat(changes.next().path("figures").path(0).path("to").asLong())
                    .isEqualTo(14);
            submit("office", 2, "'1.1': 4");
            assertThat(changes.next().path("revision").asLong()).isEqualTo(6);
        }
    }

    @Test
    void a_stream_of_nothing_is_not_there() {
        given().get("/v1/totals/nobody/changes")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/collection-unknown"));
        given().header("Last-Event-ID", "99")
                .get("/v1/totals/{collection}/changes", collection)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/revision-unknown"));
    }

    @Test
    void totals_can_be_held_against_those_of_another_collection() throws Exception {
        String other = Given.code();
        announce(other);
        submit("office", 1, "'1.1': 75, '2.1': 3");
        updater.update(
                List.of(),
                List.of(json.readValue(submission(other, "office", 1, "'1.1': 60"), SubmissionReceived.class)));

        var comparison = given().queryParam("with", other)
                .get("/v1/totals/{collection}/compare", collection)
                .then()
                .statusCode(200)
                .header("ETag", "\"2-2\"")
                .body("totals.collection", equalTo(collection))
                .body("with.collection", equalTo(other))
                .body("figures.code", contains("1.1", "2.1", "7", "8.1"))
                .body("figures[0].difference", equalTo(15))
                .body("figures[1].difference", equalTo(3))
                .body("figures[1].change", nullValue())
                .body("figures[3].value", nullValue());
        assertThat(comparison.extract().asString()).contains("\"change\":0.2500");
        given().get("/v1/totals/{collection}/compare", collection).then().statusCode(400);
    }

    private void announce(String code) throws Exception {
        updater.update(
                List.of(json.readValue(announcement(code, 1, "office", "station"), CollectionAnnounced.class)),
                List.of());
    }

    private void submit(String unit, long revision, String figures) throws Exception {
        updater.update(
                List.of(),
                List.of(json.readValue(submission(collection, unit, revision, figures), SubmissionReceived.class)));
    }

    private Response after(String token) {
        return given().queryParam("after", token).get("/v1/totals/{collection}", collection);
    }

    /** A reader of Server-Sent Events, line by line as they arrive. */
    private final class Changes implements AutoCloseable {

        private final InputStream body;
        private final BufferedReader lines;
        private String id;

        private Changes(String lastHeard) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(service.resolve("/v1/totals/%s/changes".formatted(collection)))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + Tokens.of(Person.of(Role.AUDITOR, "a-bureau")));
            if (lastHeard != null) {
                request.header("Last-Event-ID", lastHeard);
            }
            body = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofInputStream())
                    .body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        private JsonNode next() throws Exception {
            return CompletableFuture.supplyAsync(this::read).get(SECONDS, TimeUnit.SECONDS);
        }

        private JsonNode read() {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id:")) {
                        id = line.substring("id:".length()).strip();
                    }
                    if (line.startsWith("data:")) {
                        return json.readTree(line.substring("data:".length()));
                    }
                }
                throw new AssertionError("the stream ended");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private String id() {
            return id;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
