package gongkai.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import gongkai.chassis.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class ProblemsTest {

    @Test
    void a_problem_of_a_service_has_its_words_in_the_callers_language() {
        given().get("/v1/samples/gone/7")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .header("Content-Language", equalTo("zh"))
                .header("Vary", containsString("Accept-Language"))
                .body("type", equalTo("/problems/sample-gone"))
                .body("status", equalTo(410))
                .body("title", equalTo("样例已撤销"))
                .body("detail", equalTo("样例 样7 已于 2018 年撤销。"));
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/v1/samples/gone/7")
                .then()
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("The sample is gone"))
                .body("detail", equalTo("Sample S7 was withdrawn in 2018."));
    }

    @Test
    void an_unknown_path_is_a_problem_that_names_the_documentation() {
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("没有这个地址"))
                .body("detail", containsString("/openapi/sample"));
        given().get("/wp-login.php").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void another_method_or_format_is_a_problem() {
        given().delete("/v1/samples").then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        given().accept("image/png")
                .get("/v1/samples")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void a_service_can_reword_a_problem_of_the_chassis() {
        given().contentType(ContentType.XML)
                .body("<sample/>")
                .post("/v1/samples")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"))
                .body("title", equalTo("不支持该格式"))
                .body("detail", equalTo("请用 JSON 发送。"));
    }

    @Test
    void the_place_of_malformed_json_is_named() {
        post("{\"name\": \"one\",\n \"figures\": }")
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("detail", containsString("第 2 行"))
                .body("detail", not(containsString("gongkai")));
        post("{\"name\": \"one\", \"figures\": {}}")
                .statusCode(400)
                .body("detail", containsString("/figures"))
                .body("detail", not(containsString("java")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": 5}",
                "{\"name\": \"one\", \"figures\": [{\"value\": 1.5}]}",
                "{\"name\": \"one\", \"figures\": [{\"value\": \"1\"}]}",
                "{\"name\": \"one\", \"name\": \"two\"}",
                "{\"name\": \"one\", \"misspelt\": 1}",
                "{\"name\": \"one\"} {}"
            })
    void json_is_read_strictly(String body) {
        post(body).statusCode(400).body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void invalid_places_are_listed_in_order() {
        post("{\"name\": \"\", \"figures\": [{\"value\": 1}, {\"value\": -1}]}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains("/figures/1/value", "/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "40001"})
    void a_database_that_is_away_is_a_problem_to_retry(String state) {
        given().get("/v1/samples/failing/" + state)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("3"))
                .body("type", equalTo("/problems/temporarily-unavailable"))
                .body("title", equalTo("系统暂时不可用"));
    }

    @Test
    void input_that_cannot_be_stored_is_malformed() {
        given().get("/v1/samples/failing/22021")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void an_unexpected_failure_tells_nothing_of_its_cause() {
        given().get("/v1/samples/failing/42P01")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/internal-error"))
                .body("detail", not(containsString("4711")));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/samples")
                .then();
    }
}
