package gongkai.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class OpenApiTest {

    private JsonPath api;

    @BeforeEach
    void read() {
        api = given().accept("application/json")
                .get("/openapi/sample")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void every_operation_documents_the_responses_of_the_chassis() {
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");

        assertThat(paths).isNotEmpty();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var responses = (Map<?, ?>) operation.get("responses");
            assertThat(responses.containsKey("429"))
                    .as("429 of %s %s", method, path)
                    .isTrue();
            assertThat(responses.containsKey("503"))
                    .as("503 of %s %s", method, path)
                    .isTrue();
        }));
    }

    @Test
    void operations_that_need_a_token_document_its_absence() {
        assertThat(api.getMap("paths.'/v1/samples/secret'.get.responses")).containsKeys("401", "403");
        assertThat(api.getMap("paths.'/v1/samples'.get.responses")).doesNotContainKeys("401", "403");
    }

    @Test
    void the_components_of_the_chassis_are_there() {
        assertThat(api.getMap("components.schemas"))
                .containsKeys("Problem", "InvalidPlace")
                .doesNotContainKeys("HttpProblem", "HttpValidationProblem", "Violation");
        assertThat(api.getMap("components.responses"))
                .containsKeys("NoValidToken", "NotAllowed", "TooManyRequests", "TemporarilyUnavailable");
    }

    @Test
    void the_resources_of_the_chassis_are_documented_at_their_address() {
        assertThat(api.getMap("paths")).containsKeys("/v1/audit-log/sample", "/v1/dead-letters/sample");
        given().get("/v1/audit-log/sample").then().statusCode(200);
        given().get("/v1/audit-log/another").then().statusCode(404);
    }
}
