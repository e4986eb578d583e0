package gongkai.submission;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class MalformedRequestsTest {

    private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

    @Test
    void malformed_json_is_told_where() {
        given().contentType(ContentType.JSON)
                .body("{\"state\": \"submitted\",\n \"values\": {\"1.1\": }}")
                .put(Given.path(Given.openCollection(), "centre"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-request"))
                .body("detail", containsString("第 2 行"))
                .body("detail", not(containsString("gongkai")));
    }

    @Test
    void a_wrong_type_is_told_where() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"state\": \"submitted\", \"values\": [1, 2], \"submittedBy\": \"李文\"}")
                .put(Given.path(Given.openCollection(), "centre"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("/values"))
                .body("detail", not(containsString("java")));
    }

    @Test
    void a_state_that_is_none_is_told_where() {
        given().contentType(ContentType.JSON)
                .body("{\"state\": \"returned\", \"values\": {}, \"submittedBy\": \"李文\"}")
                .put(Given.path(Given.openCollection(), "centre"))
                .then()
                .statusCode(400)
                .body("detail", containsString("/state"));
    }

    @Test
    void a_character_that_cannot_be_stored_is_refused_wherever_it_stands() {
        String path = Given.path(Given.openCollection(), "centre");

        given().urlEncodingEnabled(false)
                .get("/v1/collections/a%00b")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"));
        for (String body : new String[] {
            "{\"state\": \"draft\", \"values\": {}, \"submittedBy\": \"李\\u0000文\"}",
            "{\"state\": \"draft\", \"values\": {}, \"explanations\": {\"\\u0000\": \"why\"}, \"submittedBy\": \"李文\"}"
        }) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .put(path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-request"));
        }
    }

    @Test
    void json_that_is_nested_or_counts_without_end_is_refused() {
        String path = Given.path(Given.openCollection(), "centre");

        for (String value : new String[] {"[".repeat(100_000), "1".repeat(100_000)}) {
            given().contentType(ContentType.JSON)
                    .body("{\"state\": \"draft\", \"submittedBy\": \"李文\", \"values\": {\"1.1\": " + value)
                    .put(path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-request"));
        }
    }

    @Test
    void a_missing_body_is_told() {
        given().contentType(ContentType.JSON)
                .put(Given.path(Given.openCollection(), "centre"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_cut_off_and_nothing_is_stored() throws Exception {
        String path = Given.path(Given.openCollection(), "centre");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of(Person.ofEveryRole("bureau")))
                .PUT(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(" ".repeat(TEN_MEBIBYTES).getBytes(UTF_8))))
                .build();

        int status;
        try {
            status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException cutOffWhileSending) {
            status = 413;
        }

        assertThat(status).isEqualTo(413);
        given().get(path).then().statusCode(404).body("type", equalTo("/problems/nothing-reported"));
    }
}
