package gongkai.submission;

import static gongkai.submission.Given.collection;
import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.path;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import gongkai.chassis.security.Role;
import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class AccessTest {

    @Test
    void without_a_token_the_forms_are_all_there_is() {
        String collection = openCollection();

        given().auth().none().get("/v1/forms/xxgk-2014").then().statusCode(200);
        given().auth()
                .none()
                .get("/v1/collections/" + collection)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-valid-token"))
                .body("title", equalTo("没有有效的令牌"));
    }

    @Test
    void what_is_public_is_so_with_a_token_of_no_worth_too() {
        given().auth().oauth2("no.token.atall").get("/v1/forms").then().statusCode(200);
    }

    @Test
    void a_role_that_does_not_allow_it_is_told_so_in_its_language() {
        as(Person.of(Role.AUDITOR, "bureau"))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(submission(figures()))
                .put(path(openCollection(), "centre"))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-allowed"))
                .body("title", equalTo("Your role does not allow that"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.BUREAU_EDITOR, Role.BUREAU_REVIEWER, Role.BUREAU_APPROVER, Role.AUDITOR})
    void another_bureaus_collection_does_not_exist(String role) {
        String collection = openCollection();
        Given.report(collection, "centre", submission(figures()));

        for (String path : List.of("", "/history", "/stated-values", "/submissions", "/upward-report")) {
            Response answer = as(Person.of(role, "another")).get("/v1/collections/" + collection + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.asString())
                    .isEqualTo(as(Person.of(role, "bureau"))
                            .get("/v1/collections/nothing" + path)
                            .asString()
                            .replace("nothing", collection));
        }
        as(Person.of(role, "another"))
                .get(path(collection, "centre"))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/collection-unknown"));
        as(Person.of(role, "another"))
                .get("/v1/collections?limit=200")
                .then()
                .statusCode(200)
                .body("items.collection", not(hasItem(collection)));
    }

    @Test
    void another_bureau_changes_nothing() {
        String collection = openCollection();
        Given.report(collection, "centre", submission(figures()));

        RequestSpecification editor = as(Person.of(Role.BUREAU_EDITOR, "another"));
        editor.contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "重填", "returnedBy", "王核"))
                .post(path(collection, "centre") + "/return")
                .then()
                .statusCode(404);
        as(Person.of(Role.BUREAU_EDITOR, "another"))
                .contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post("/v1/collections/%s/submissions".formatted(collection))
                .then()
                .statusCode(404);
        close(as(Person.of(Role.BUREAU_APPROVER, "another")), collection).then().statusCode(404);
        Given.read(collection, "centre").then().statusCode(200).body("state", equalTo("submitted"));
    }

    @Test
    void a_unit_clerk_reports_for_the_unit_and_sees_the_collection_that_asks_it() {
        String collection = openCollection();
        Person clerk = Person.unitClerk("bureau", "centre");

        report(as(clerk), collection, "centre").then().statusCode(201);

        as(clerk).get(path(collection, "centre")).then().statusCode(200);
        as(clerk).get("/v1/collections/" + collection).then().statusCode(200);
        as(clerk).get("/v1/collections?limit=200").then().body("items.collection", hasItem(collection));
    }

    @Test
    void another_units_submission_does_not_exist() {
        String collection = openCollection();
        Given.report(collection, "office", submission(figures()));
        Person clerk = Person.unitClerk("bureau", "centre");

        report(as(clerk), collection, "office")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-on-roster"));
        for (String part : List.of("", "/revisions", "/revisions/1", "/csv", "/workbook", "/prefill")) {
            assertThat(as(clerk).get(path(collection, "office") + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_collection_that_does_not_ask_the_unit_does_not_exist_for_its_clerk() {
        String collection = openCollection();
        Person clerk = Person.unitClerk("bureau", "another");

        as(clerk).get("/v1/collections/" + collection).then().statusCode(404);
        as(clerk).get("/v1/collections?limit=200").then().body("items.collection", not(hasItem(collection)));
        report(as(clerk), collection, "another")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/collection-unknown"));
    }

    @Test
    void who_audits_the_bureau_and_reports_for_one_unit_reports_for_that_one_alone() {
        String collection = openCollection();
        var both = new Person("both", "李文", List.of(Role.AUDITOR, Role.UNIT_CLERK), "bureau", "centre");

        report(as(both), collection, "centre").then().statusCode(201);
        report(as(both), collection, "office").then().statusCode(404);
        as(both).get(path(collection, "office")).then().body("type", equalTo("/problems/nothing-reported"));
    }

    @Test
    void roles_without_a_bureau_reach_nothing() {
        String collection = openCollection();

        as(Person.of(Role.AUDITOR, null))
                .get("/v1/collections/" + collection)
                .then()
                .statusCode(404);
        as(Person.unitClerk("bureau", null))
                .get("/v1/collections/" + collection)
                .then()
                .statusCode(404);
    }

    @Test
    void the_administrator_opens_collections_for_every_bureau_and_sees_no_figures() {
        String code = "opened-by-the-administrator";
        Person administrator = Person.platformAdministrator();

        as(administrator)
                .contentType(ContentType.JSON)
                .body(collection(code))
                .post("/v1/collections")
                .then()
                .statusCode(201);
        as(administrator).get("/v1/collections/" + code).then().statusCode(200);
        as(administrator).get(path(code, "centre")).then().statusCode(403);
        as(administrator)
                .get("/v1/collections/%s/submissions".formatted(code))
                .then()
                .statusCode(403);
    }

    @Test
    void who_closes_a_collection_is_its_bureaus_approver_and_who_changes_it_otherwise_the_administrator() {
        String collection = openCollection();
        Person approver = Person.of(Role.BUREAU_APPROVER, "bureau");

        close(as(Person.platformAdministrator()), collection).then().statusCode(403);
        change(as(approver), collection, Map.of("deadline", "2019-03-01T00:00:00Z", "changedBy", "王核"))
                .then()
                .statusCode(403);
        change(
                        as(Person.platformAdministrator()),
                        collection,
                        Map.of("deadline", "2019-03-01T00:00:00Z", "changedBy", "王核"))
                .then()
                .statusCode(200);
        close(as(approver), collection, 2).then().statusCode(200);
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static Response report(RequestSpecification caller, String collection, String unit) {
        return caller.contentType(ContentType.JSON).body(submission(figures())).put(path(collection, unit));
    }

    private static Response close(RequestSpecification caller, String collection) {
        return close(caller, collection, 1);
    }

    private static Response close(RequestSpecification caller, String collection, int revision) {
        return change(caller, collection, Map.of("state", "closed", "changedBy", "王核"), revision);
    }

    private static Response change(RequestSpecification caller, String collection, Map<String, String> change) {
        return change(caller, collection, change, 1);
    }

    private static Response change(
            RequestSpecification caller, String collection, Map<String, String> change, int revision) {
        return caller.contentType(ContentType.JSON)
                .header("If-Match", "\"%d\"".formatted(revision))
                .body(change)
                .patch("/v1/collections/" + collection);
    }
}
