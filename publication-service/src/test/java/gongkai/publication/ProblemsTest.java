package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.Person;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final String report = "problems-" + UUID.randomUUID();

    @TestHTTPResource
    URI base;

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void the_report_is_known() {
        totalsFixture.receive(SampleTotals.complete().of(report));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/nothing",
                "/v1/reports/Not-A-Code",
                "/v1/reports/%00",
                "/v1/reports/known/nothing",
                "/v1/reports/known/editions/0",
                "/v1/reports/known/editions/one",
                "/v1/reports/known/editions/99999999999",
                "/q/nothing"
            })
    void an_address_that_does_not_exist(String path) {
        assertProblem(given().urlEncodingEnabled(false).get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports",
                "/v1/reports/known",
                "/v1/reports/known/editions",
                "/v1/reports/known/editions/1",
                "/v1/reports/known/editions/1/withdrawal",
                "/v1/series/1.1",
                "/v1/text-checks"
            })
    void a_method_that_the_address_does_not_take(String path) {
        assertProblem(given().delete(path), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/feed?bureau=%00",
                "/v1/reports?form=a%00b",
                "/v1/reports/known?at=-4800-01-01T00:00:00Z",
                "/v1/audit-log/publication?from=-999999999-01-01T00:00:00Z",
                "/v1/audit-log/publication?to=%2B999999999-12-31T23:59:59Z"
            })
    void a_character_or_a_time_that_cannot_be_stored(String path) {
        assertProblem(given().urlEncodingEnabled(false).get(path), 400, "malformed-request");
    }

    @Test
    void json_that_is_nested_without_end() {
        Response answer =
                json().body("{\"sections\":" + "[".repeat(100_000)).put("/v1/reports/{report}/narrative", report);

        assertProblem(answer, 400, "malformed-request");
    }

    @Test
    void a_format_that_there_is_not() {
        assertProblem(
                given().accept("application/xml").get("/v1/reports/{report}/draft", report), 406, "not-acceptable");
    }

    @Test
    void a_body_of_another_media_type() {
        assertProblem(
                given().contentType(ContentType.TEXT).body("{}").put("/v1/reports/{report}/narrative", report),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sections\":[                                             | 第 1 行",
                "{\"sections\":[]} {}                                        | ",
                "{\"sections\":[],\"sections\":[]}                           | ",
                "[]                                                          | ",
                "{\"sections\":[],\"title\":\"年报\"}                         | /title",
                "{\"sections\":[{\"heading\":1,\"text\":\"\"}]}              | /sections/0/heading",
                "{\"sections\":[{\"heading\":\"一\",\"text\":true}]}         | /sections/0/text",
                "{\"sections\":[{\"heading\":\"一\",\"text\":[]}]}           | /sections/0/text",
                "{\"sections\":{}}                                           | /sections",
            })
    void a_body_that_is_not_the_json_asked_for(String body, String place) {
        Response answer = json().body(body).put("/v1/reports/{report}/narrative", report);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.as(JsonNode.class).path("detail").asText()).contains(place == null ? "" : place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7.5", "true", "1e30", "99999999999999999999"})
    void a_revision_that_is_not_a_whole_number(String revision) {
        Response answer = json().body("{\"narrativeRevision\":%s}".formatted(revision))
                .put("/v1/reports/{report}/review", report);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.as(JsonNode.class).path("detail").asText()).contains("第 1 行");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void no_body_at_all(String body) {
        Response answer = json().body(body).put("/v1/reports/{report}/narrative", report);

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void a_body_that_is_too_large_and_says_so() {
        Response answer = json().body(new byte[2 * MEBIBYTE]).put("/v1/reports/{report}/narrative", report);

        assertProblem(answer, 413, "content-too-large");
    }

    @Test
    void a_body_that_is_too_large_and_does_not_say_so() throws Exception {
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                ("{\"sections\":[" + " ".repeat(2 * MEBIBYTE)).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(base.resolve("/v1/reports/%s/narrative".formatted(report)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of(Person.ofEveryRole("xingqing-justice")))
                .PUT(body)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void words_are_chinese_unless_english_is_asked_for() {
        assertThat(title(given())).isEqualTo("没有已发布的报告");
        assertThat(title(given().header("Accept-Language", "fr"))).isEqualTo("没有已发布的报告");
        assertThat(title(given().header("Accept-Language", "en-GB,zh;q=0.5")))
                .isEqualTo("There is no such published report");
    }

    private static String title(RequestSpecification request) {
        return request.get("/v1/reports/nobody-knows")
                .as(JsonNode.class)
                .path("title")
                .asText();
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = answer.as(JsonNode.class);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText())
                .isNotBlank()
                .doesNotContain("gongkai.")
                .doesNotContain("java");
    }
}
