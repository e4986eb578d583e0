package gongkai.submission.bulk;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.Given;
import gongkai.submission.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class BulkSubmissionResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_line_is_answered_in_order_and_a_bad_one_leaves_the_others_alone() throws Exception {
        String collection = openCollection();
        String lines = String.join(
                "\n",
                line("centre", null, submission(figures("6", 1))),
                line("stranger", null, submission(figures())),
                "this is no JSON",
                line("office", null, submission(figures("6", -1))),
                "",
                line("office", null, submission(figures("6", 2))),
                line("centre", 1L, submission(figures("6", 3))));

        List<JsonNode> answers = send(collection, lines);

        assertThat(answers).extracting(answer -> answer.at("/line").asInt()).containsExactly(1, 2, 3, 4, 6, 7);
        assertThat(answers)
                .extracting(answer -> answer.at("/status").asInt())
                .containsExactly(201, 404, 400, 422, 201, 200);
        assertThat(answers.get(1).at("/problem/type").asText()).isEqualTo("/problems/unit-not-on-roster");
        assertThat(answers.get(3).at("/problem/errors/0/pointer").asText()).isEqualTo("/values/6");
        assertThat(answers.get(5).at("/revision").asInt()).isEqualTo(2);
        Given.read(collection, "centre").then().body("values.'6'", equalTo(3)).body("source", equalTo("bulk"));
    }

    @Test
    void the_same_lines_again_have_no_further_effect() throws Exception {
        String collection = openCollection();
        String lines = line("centre", null, submission(figures("6", 1)));
        send(collection, lines);

        List<JsonNode> answers = send(collection, lines);

        assertThat(answers).extracting(answer -> answer.at("/status").asInt()).containsExactly(200);
        assertThat(answers).extracting(answer -> answer.at("/revision").asInt()).containsExactly(1);
    }

    @Test
    void of_ten_thousand_lines_with_one_in_a_hundred_bad_all_others_are_stored() throws Exception {
        int units = 10_000;
        Map<String, Object> collection = Given.collection("ten-thousand");
        List<Map<String, String>> roster = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            String code = "unit-" + unit;
            roster.add(Map.of("code", code, "name", "第%d所".formatted(unit), "kind", "街道司法所"));
            lines.add(line(code, null, submission(figures("6", unit % 100 == 99 ? -1 : unit))));
        }
        collection.put("units", roster);
        collection.put("compiledBy", "unit-0");
        Given.open(collection).then().statusCode(201);

        List<JsonNode> answers = send("ten-thousand", String.join("\n", lines));

        assertThat(answers).hasSize(units);
        assertThat(answers)
                .filteredOn(answer -> answer.at("/status").asInt() == 201)
                .hasSize(9_900);
        assertThat(answers)
                .filteredOn(answer -> answer.at("/status").asInt() == 422)
                .hasSize(100)
                .allSatisfy(answer ->
                        assertThat(answer.at("/problem/errors/0/rule").asText()).isEqualTo("not-negative"));
    }

    @Test
    void a_line_that_is_too_long_is_refused_alone() throws Exception {
        String collection = openCollection();

        List<JsonNode> answers =
                send(collection, "\"" + "a".repeat(200_000) + "\"\n" + line("centre", null, submission(figures())));

        assertThat(answers).extracting(answer -> answer.at("/status").asInt()).containsExactly(413, 201);
    }

    @Test
    void units_are_listed_with_how_far_they_have_come() {
        String collection = openCollection();
        report(collection, "centre", submission(figures())).then().statusCode(201);

        given().get(list(collection))
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("centre", "office")))
                .body("items[0].state", equalTo("submitted"))
                .body("items[0].late", equalTo(true))
                .body("items[1]", not(containsString("state")));
        only(collection, "state", "missing", "office");
        only(collection, "state", "submitted", "centre");
        only(collection, "kind", "科室", "office");
        only(collection, "late", "true", "centre");
        only(collection, "q", "援助", "centre");
        only(collection, "q", "OFF", "office");
    }

    @Test
    void units_are_listed_page_by_page() {
        String collection = openCollection();

        given().queryParam("limit", 1)
                .get(list(collection))
                .then()
                .body("items", hasSize(1))
                .header("Link", containsString("after=centre"));
    }

    private static void only(String collection, String parameter, String value, String unit) {
        given().queryParam(parameter, value)
                .get(list(collection))
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(unit)));
    }

    private static String list(String collection) {
        return "/v1/collections/%s/submissions".formatted(collection);
    }

    private static List<JsonNode> send(String collection, String lines) throws Exception {
        String answers = given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                                .defaultContentCharset("UTF-8")))
                .contentType("application/x-ndjson")
                .body(lines)
                .post(list(collection))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Stream.of(answers.split("\n"))
                .map(BulkSubmissionResourceTest::read)
                .toList();
    }

    private static String line(String unit, Long seen, Map<String, Object> submission) throws JsonProcessingException {
        Map<String, Object> line = new HashMap<>(Map.of("unit", unit, "submission", submission));
        line.put("seen", seen);
        return JSON.writeValueAsString(line);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
