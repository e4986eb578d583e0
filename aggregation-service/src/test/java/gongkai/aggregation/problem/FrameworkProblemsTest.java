package gongkai.aggregation.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import gongkai.aggregation.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class FrameworkProblemsTest {

    @Test
    void an_unknown_path_is_a_problem() {
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("没有这个地址"));
    }

    @Test
    void a_path_outside_the_interface_is_a_problem_too() {
        given().get("/wp-login.php").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void a_method_that_is_not_taken_is_a_problem() {
        given().delete("/v1/collections/a/totals")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void a_format_that_is_not_served_is_a_problem() {
        given().accept(ContentType.XML)
                .get("/v1/collections/a/totals")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void a_revision_that_is_no_number_is_a_problem_in_the_callers_language() {
        given().header("Accept-Language", "en")
                .get("/v1/collections/a/totals?revision=latest")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void a_body_that_is_too_large_is_a_problem() {
        given().body(new byte[10 * 1024 * 1024])
                .post("/v1/collections/a/recount")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/content-too-large"));
    }

    @Test
    void a_character_that_cannot_be_stored_names_nothing() {
        given().urlEncodingEnabled(false)
                .get("/v1/collections/a%00b/progress")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void a_time_that_no_calendar_has_is_refused() {
        for (String time : new String[] {"-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z"}) {
            given().urlEncodingEnabled(false)
                    .get("/v1/audit?from=" + time)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/malformed-request"));
        }
    }
}
