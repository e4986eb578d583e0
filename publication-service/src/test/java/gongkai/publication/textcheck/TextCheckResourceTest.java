package gongkai.publication.textcheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TextCheckResourceTest {

    private static final Map<String, String> LAWSUITS = Map.of("heading", "十三、其他", "text", "未发生行政诉讼。");

    @Test
    void the_documented_request_has_the_documented_answer() {
        JsonNode examples = given().queryParam("format", "json")
                .get("/openapi/publication")
                .as(JsonNode.class)
                .at("/components/examples");

        Response answer = post(examples.at("/TextCheckRequest/value").toString());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.as(JsonNode.class)).isEqualTo(examples.at("/TextCheck/value"));
    }

    @Test
    void a_contradiction_is_explained_in_both_languages() {
        JsonNode finding = post(Map.of("form", "xxgk-2014", "values", Map.of("5", 3), "sections", List.of(LAWSUITS)))
                .as(JsonNode.class)
                .at("/findings/0");

        assertThat(finding.path("indicator").asText()).isEqualTo("5");
        assertThat(finding.at("/explanation/zh").asText()).isEqualTo("文中说没有“行政诉讼数量”，统计表为 3。");
        assertThat(finding.at("/explanation/en").asText())
                .isEqualTo("The text says there was no “Administrative lawsuits”; the table has 3.");
    }

    @Test
    void a_figure_that_is_not_given_is_not_judged() {
        JsonNode check = post(Map.of(
                        "form",
                        "xxgk-2014",
                        "values",
                        Map.of(),
                        "sections",
                        List.of(Map.of("heading", "二", "text", "政务微博发布54条。"))))
                .as(JsonNode.class);

        assertThat(check.path("findings")).isEmpty();
        assertThat(check.at("/numbers/0/status").asText()).isEqualTo("bound");
        assertThat(check.at("/numbers/0/indicator").asText()).isEqualTo("1.2.3");
    }

    @Test
    void a_form_without_words_is_refused_in_the_callers_language() {
        Response refused = given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(Map.of("form", "../xxgk", "values", Map.of(), "sections", List.of()))
                .post("/v1/text-checks");

        assertProblem(refused, 422, "form-not-audited");
        assertThat(refused.header("Content-Language")).isEqualTo("en");
        assertThat(refused.as(JsonNode.class).at("/forms/0").asText()).isEqualTo("xxgk-2014");
    }

    @Test
    void an_indicator_the_form_does_not_have_is_refused() {
        Response refused = post(Map.of("form", "xxgk-2014", "values", Map.of("1.9", 1, "5", 3), "sections", List.of()));

        assertProblem(refused, 422, "indicators-unknown");
        assertThat(refused.as(JsonNode.class).path("indicators"))
                .extracting(JsonNode::asText)
                .containsExactly("1.9");
    }

    @Test
    void more_text_than_a_report_has_is_refused() {
        List<Map<String, String>> sections = IntStream.range(0, 3)
                .mapToObj(i -> Map.of("heading", "节", "text", "字".repeat(20_000)))
                .toList();

        Response refused = post(Map.of("form", "xxgk-2014", "values", Map.of(), "sections", sections));

        assertProblem(refused, 422, "text-too-long");
        assertThat(refused.as(JsonNode.class).path("longest").asInt()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'values': {}, 'sections': []}                                            | /form",
                "{'form': 'xxgk-2014', 'sections': []}                                     | /values",
                "{'form': 'xxgk-2014', 'values': {}}                                       | /sections",
                "{'form': 'xxgk-2014', 'values': {'1.1': -1}, 'sections': []}              | /values/1.1",
                "{'form': 'xxgk-2014', 'values': {'1.1': 1e999999999}, 'sections': []}     | /values/1.1",
                "{'form': 'xxgk-2014', 'values': {'a/b': null}, 'sections': []}            | /values/a~1b",
                "{'form': 'xxgk-2014', 'year': 18, 'values': {}, 'sections': []}           | /year",
                "{'form': 'xxgk-2014', 'values': {}, 'sections': [{'heading': '一'}]}        | /sections/0/text",
            })
    void what_is_not_as_it_must_be_is_told_by_its_place(String body, String pointer) {
        Response refused = post(body.replace('\'', '"'));

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly(pointer);
    }

    @Test
    void a_field_that_is_not_known_is_refused() {
        assertProblem(
                post("{\"form\":\"xxgk-2014\",\"values\":{},\"sections\":[],\"title\":\"年报\"}"),
                400,
                "malformed-request");
    }

    private static Response post(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/text-checks");
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.as(JsonNode.class).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
