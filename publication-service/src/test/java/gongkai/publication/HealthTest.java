package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Test
    void the_service_is_ready_when_its_database_is() {
        var response = given().get(health + "/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("checks.name")).containsExactly("Database connections health check");
    }

    @Test
    void the_service_is_alive_while_its_background_loops_are() {
        var response = given().get(health + "/live");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("checks.name"))
                .containsExactlyInAnyOrder("consumer", "outbox", "audit-chain-writer");
    }

    @Test
    void health_is_not_public() {
        given().get("/q/health").then().statusCode(404);
    }
}
