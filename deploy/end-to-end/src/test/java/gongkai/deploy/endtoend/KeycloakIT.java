package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real Keycloak with the realm of {@code deploy/keycloak} in place of the local issuer: {@code mvn verify -Pkeycloak}. */
@ExtendWith(SharedPlatform.class)
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+", disabledReason = "-Pkeycloak was not asked for")
class KeycloakIT {

    @TempDir
    private static Path folder;

    private static Keycloak keycloak;
    private static String submissionService;
    private static Bureau bureau;

    @BeforeAll
    static void a_service_believes_keycloak_and_a_collection_is_open(Platform platform) throws IOException {
        keycloak = Keycloak.start(Path.of(System.getProperty("keycloak.home")), folder);
        var settings = Map.of(
                "MP_JWT_VERIFY_ISSUER",
                keycloak.issuer(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                keycloak.issuer() + "/protocol/openid-connect/certs");
        submissionService = platform.startAnother(Service.SUBMISSION, settings).toString();
        bureau = Bureau.reporting(platform, "keycloak-2018");
        bureau.openCollection();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void a_units_own_system_reports_for_its_unit_and_for_no_other() {
        String token = keycloak.token("units-system");

        report(token, "township-1").then().statusCode(201).body("state", equalTo("submitted"));
        report(token, "township-2").then().statusCode(404);
    }

    @Test
    void a_dashboard_reads_its_bureaus_collections_and_reports_nothing() {
        String token = keycloak.token("dashboard");

        as(token)
                .get("/v1/collections/{collection}/submissions", bureau.sample().code())
                .then()
                .statusCode(200)
                .body("items", hasSize(21));
        report(token, "township-1").then().statusCode(403);
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        String token = keycloak.tokenOfAnotherSystem();

        report(token, "township-1")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("/problems/no-valid-token"));
    }

    @Test
    void a_token_of_the_local_platform_is_refused_where_keycloak_is_believed() {
        given().baseUri(submissionService)
                .header("Authorization", bureau.authorization())
                .get("/v1/collections")
                .then()
                .statusCode(401);
    }

    private static Response report(String token, String unit) {
        return as(token)
                .body(bureau.sample().submissions().get(unit).toString())
                .put(bureau.submissionOf(unit));
    }

    private static RequestSpecification as(String token) {
        return given().baseUri(submissionService)
                .contentType("application/json; charset=utf-8")
                .auth()
                .oauth2(token);
    }
}
