package gongkai.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gongkai.chassis.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In these tests a body may have 64 KiB, and 256 KiB at addresses that end in {@code /bulk}. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class BodySizeLimitTest {

    @TestHTTPResource("/v1/samples")
    URI samples;

    @ParameterizedTest
    @CsvSource({"'',60000,200", "'',70000,413", "/bulk,70000,200", "/bulk,250000,200", "/bulk,270000,413"})
    void a_body_that_names_its_length_is_limited(String path, int size, int status) {
        given().contentType(ContentType.JSON)
                .body(body(path, size))
                .post("/v1/samples" + path)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"'',60000,200", "'',70000,413", "/bulk,70000,200", "/bulk,270000,413"})
    void a_streamed_body_is_limited(String path, int size, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(samples + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body(path, size).getBytes(StandardCharsets.UTF_8))))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 413) {
            assertThat(response.body()).contains("/problems/content-too-large");
        }
    }

    @Test
    void the_response_is_a_problem_in_the_callers_language() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body("", 70_000))
                .post("/v1/samples")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .header("Content-Language", equalTo("en"))
                .body("type", equalTo("/problems/content-too-large"))
                .body("title", equalTo("The body is too large"));
    }

    private static String body(String path, int size) {
        String padding = " ".repeat(size - 50);
        return path.isEmpty() ? "{\"name\": \"one\", \"figures\": []" + padding + "}" : "[\"one\"" + padding + "]";
    }
}
