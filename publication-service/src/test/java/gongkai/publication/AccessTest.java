package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gongkai.chassis.security.Role;
import gongkai.deploy.local.Person;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest {

    private static final String BUREAU = "xingqing-justice";

    private final String report = "access-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void a_report_is_in_the_making() {
        totalsFixture.receive(SampleTotals.complete().of(report));
    }

    @Test
    void a_stranger_reads_what_is_published_and_no_draft() {
        publish();

        for (String path : List.of(
                "/v1/reports/" + report,
                "/v1/reports/" + report + ".html",
                "/v1/reports/%s/editions".formatted(report),
                "/v1/reports/%s/editions/1/signature".formatted(report),
                "/v1/reports",
                "/v1/feed",
                "/.well-known/jwks.json")) {
            assertThat(given().auth().none().accept("*/*").get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        given().auth()
                .none()
                .get("/v1/reports/{report}/draft", report)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-valid-token"));
    }

    @Test
    void what_is_published_is_so_with_a_token_of_no_worth_too() {
        publish();

        given().auth()
                .oauth2("no.token.atall")
                .get("/v1/reports/" + report)
                .then()
                .statusCode(200);
    }

    @Test
    void anybody_with_a_token_may_have_a_text_audited() {
        String audit = "{\"form\": \"xxgk-2014\", \"values\": {}, \"sections\": []}";

        assertThat(post(as(Person.unitClerk("another", "unit")), "/v1/text-checks", audit)
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(post(given().auth().none(), "/v1/text-checks", audit).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_role_that_does_not_allow_it_is_told_so_in_its_language() {
        as(Person.of(Role.BUREAU_EDITOR, BUREAU))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(Map.of("hash", "0".repeat(64), "approvedBy", "王主任"))
                .put("/v1/reports/{report}/approval", report)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-allowed"))
                .body("title", equalTo("Your role does not allow that"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "findings", "narrative", "narrative/outline", "omissions", "approval"})
    void another_bureaus_draft_does_not_exist(String part) {
        new Clerk(report).write("一、概述", "工作平稳有序。").review().approved();

        Response others = as(Person.of(Role.AUDITOR, "another")).get("/v1/reports/{report}/" + part, report);
        Response nothing = as(Person.of(Role.AUDITOR, BUREAU)).get("/v1/reports/nothing/" + part);

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.asString()).isEqualTo(nothing.asString().replace("nothing", report));
        as(Person.of(Role.AUDITOR, BUREAU))
                .get("/v1/reports/{report}/" + part, report)
                .then()
                .statusCode(200);
    }

    @Test
    void another_bureau_changes_nothing() {
        publish();

        Response narrative = as(Person.of(Role.BUREAU_EDITOR, "another"))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("sections", List.of(Map.of("heading", "一", "text", "改")), "writtenBy", "李文"))
                .put("/v1/reports/{report}/narrative", report);
        Response withdrawal = post(
                as(Person.of(Role.BUREAU_APPROVER, "another")),
                "/v1/reports/%s/editions/1/withdrawal".formatted(report),
                "{\"reason\": \"误发\", \"withdrawnBy\": \"王主任\"}");

        assertThat(narrative.statusCode()).isEqualTo(404);
        assertThat(withdrawal.statusCode()).isEqualTo(404);
        given().auth().none().get("/v1/reports/" + report).then().statusCode(200);
    }

    @Test
    void a_bureaus_rules_are_its_own() {
        Person another = Person.of(Role.BUREAU_APPROVER, "another");

        as(another)
                .get("/v1/bureaus/{bureau}/rules", BUREAU)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/bureau-unknown"));
        as(another)
                .contentType(ContentType.JSON)
                .body(Map.of("fourEyes", false, "changedBy", "王主任"))
                .put("/v1/bureaus/{bureau}/rules", BUREAU)
                .then()
                .statusCode(404);
    }

    @Test
    void a_role_without_a_bureau_reaches_nothing() {
        as(Person.of(Role.AUDITOR, null))
                .get("/v1/reports/{report}/draft", report)
                .then()
                .statusCode(404);
    }

    private void publish() {
        Clerk clerk = new Clerk(report).write("一、概述", "工作平稳有序。").review();
        assertThat(clerk.publish(clerk.approved(), null).statusCode()).isEqualTo(201);
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static Response post(RequestSpecification caller, String path, String body) {
        return caller.contentType(ContentType.JSON).body(body).post(path);
    }
}
