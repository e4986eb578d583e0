package gongkai.aggregation;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import gongkai.chassis.security.Role;
import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class AccessTest {

    private static final List<String> READS =
            List.of("", "/indicators/1.1", "/by-kind", "/progress", "/findings", "/compare?with=%s", "/changes");

    private static final String TOTALS = "/v1/totals/%s%s";

    private final String collection = Given.code();

    @Inject
    Kafka kafka;

    @BeforeEach
    void a_bureau_has_totals() {
        kafka.announce(collection, announcement(collection, 1, "office"));
        kafka.submit(collection, "office", submission(collection, "office", 1, "'1.1': 5"));
        await().untilAsserted(() -> assertThat(read(Person.of(Role.AUDITOR, "a-bureau"), collection, "")
                        .statusCode())
                .isEqualTo(200));
    }

    @Test
    void without_a_token_nothing_can_be_read() {
        for (String part : READS) {
            given().auth()
                    .none()
                    .get(path(collection, part))
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/no-valid-token"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.UNIT_CLERK, Role.PLATFORM_ADMINISTRATOR})
    void who_reports_or_administrates_sees_no_totals(String role) {
        for (String part : READS) {
            Response answer = read(Person.of(role, "a-bureau"), collection, part);

            assertThat(answer.statusCode()).as(part).isEqualTo(403);
            assertThat(answer.path("type").toString()).isEqualTo("/problems/not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.BUREAU_EDITOR, Role.BUREAU_REVIEWER, Role.BUREAU_APPROVER, Role.AUDITOR})
    void another_bureaus_totals_do_not_exist(String role) {
        Person stranger = Person.of(role, "another");
        String nothing = Given.code();

        for (String part : READS) {
            Response answer = read(stranger, collection, part);

            assertThat(answer.statusCode()).as(part).isEqualTo(404);
            assertThat(answer.asString())
                    .isEqualTo(read(stranger, nothing, part).asString().replace(nothing, collection));
        }
    }

    @Test
    void nobody_learns_of_another_bureaus_totals_by_comparing_them_with_their_own() {
        String own = Given.code();
        kafka.announce(own, announcement(own, 1, "office").replace("a-bureau", "another"));
        Person stranger = Person.of(Role.AUDITOR, "another");
        await().untilAsserted(
                        () -> assertThat(read(stranger, own, "").statusCode()).isEqualTo(200));

        as(stranger)
                .get(TOTALS.formatted(own, "/compare?with=" + collection))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/collection-unknown"));
    }

    @Test
    void nobody_learns_of_another_bureaus_totals_by_waiting_for_them() {
        as(Person.of(Role.AUDITOR, "another"))
                .get(TOTALS.formatted(collection, "?after=office@1"))
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/totals-not-there-yet"));
    }

    @Test
    void another_bureaus_totals_are_not_recounted() {
        as(Person.of(Role.AUDITOR, "another"))
                .post(TOTALS.formatted(collection, "/recount"))
                .then()
                .statusCode(404);
        as(Person.of(Role.AUDITOR, "a-bureau"))
                .post(TOTALS.formatted(collection, "/recount"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_bureau_follows_what_was_submitted_to_it_down_through_the_levels_and_not_back_up() {
        String district = Given.code();
        String city = Given.code();
        reportUpwards(district, "a-district", collection);
        reportUpwards(city, "a-city", district);

        await().untilAsserted(() -> assertThat(read(Person.of(Role.AUDITOR, "a-city"), collection, "/indicators/1.1")
                        .statusCode())
                .isEqualTo(200));
        read(Person.of(Role.AUDITOR, "a-bureau"), district, "").then().statusCode(404);
        read(Person.of(Role.AUDITOR, "a-district"), city, "").then().statusCode(404);
    }

    /** The totals of the level below are what the office submits here. */
    private void reportUpwards(String to, String bureau, String below) {
        kafka.announce(to, announcement(to, 1, "office").replace("a-bureau", bureau));
        kafka.submit(
                to,
                "office",
                submission(to, "office", 1, "'1.1': 5")
                        .replace(
                                "\"derived\"",
                                "\"basis\": {\"collection\": \"%s\", \"revision\": 2, \"contentHash\": \"00\"}, \"derived\""
                                        .formatted(below)));
    }

    private static Response read(Person person, String collection, String part) {
        return as(person).get(path(collection, part));
    }

    private static String path(String collection, String part) {
        return TOTALS.formatted(collection, part.formatted(collection));
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }
}
