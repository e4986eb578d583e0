package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @Test
    void the_service_is_ready_when_its_database_is() {
        var answer = given().get("/q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("checks.name")).containsExactly("Database connections health check");
    }

    @Test
    void the_service_is_alive_while_its_intake_its_outbox_and_its_sealer_are() {
        var answer = given().get("/q/health/live");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("checks.name"))
                .containsExactlyInAnyOrder("intake", "outbox", "audit-sealer");
    }
}
