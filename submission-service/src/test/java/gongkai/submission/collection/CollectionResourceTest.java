package gongkai.submission.collection;

import static gongkai.submission.Given.close;
import static gongkai.submission.Given.collection;
import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.open;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import gongkai.submission.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class CollectionResourceTest {

    @Test
    void a_collection_is_opened_with_its_roster() {
        open(collection("opened"))
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/collections/opened"))
                .header("ETag", "\"1\"")
                .body("state", equalTo("open"))
                .body("units.code", equalTo(List.of("office", "centre")));
    }

    @Test
    void opening_it_again_with_the_same_content_changes_nothing() {
        open(collection("opened-twice")).then().statusCode(201);

        open(collection("opened-twice")).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void of_many_who_open_it_at_once_one_does_and_the_others_find_it_open() throws Exception {
        var clerks = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> calls =
                Collections.nCopies(4, () -> open(collection("opened-by-many")).statusCode());

        List<Integer> answers = new ArrayList<>();
        for (var call : clerks.invokeAll(calls)) {
            answers.add(call.get());
        }

        clerks.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
    }

    @Test
    void another_collection_cannot_take_its_code() {
        open(collection("taken")).then().statusCode(201);
        Map<String, Object> other = collection("taken");
        other.put("deadline", "2020-01-31T10:00:00Z");

        open(other).then().statusCode(409).body("type", equalTo("/problems/collection-exists"));
    }

    @Test
    void a_form_that_does_not_exist_is_refused() {
        Map<String, Object> collection = collection("no-such-form");
        collection.put("form", "xxgk-1999");

        open(collection).then().statusCode(404).body("type", equalTo("/problems/form-unknown"));
    }

    @Test
    void a_collection_that_is_not_as_it_must_be_is_told_where() {
        Map<String, Object> collection = collection("Not A Code");
        collection.put("units", List.of(Map.of("code", "office", "name", "", "kind", "科室")));

        open(collection)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/collection"))
                .body("errors.pointer", hasItem("/units/0/name"));
    }

    @Test
    void the_compiling_office_must_be_on_the_roster() {
        Map<String, Object> collection = collection("compiled-by-a-stranger");
        collection.put("compiledBy", "stranger");

        open(collection).then().statusCode(422).body("errors.message", hasItem(containsString("compiledBy")));
    }

    @Test
    void a_closed_collection_can_be_opened_again() {
        String collection = openCollection();
        close(collection)
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .header("ETag", "\"2\"");

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body(Map.of("state", "open", "reason", "补报", "changedBy", "王核"))
                .patch("/v1/collections/" + collection)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("revision", equalTo(3));
    }

    @Test
    void opening_again_wants_a_reason_and_every_change_is_on_record() {
        String collection = openCollection();
        close(collection).then().statusCode(200);

        change(collection, 2, Map.of("state", "open", "changedBy", "王核"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/reopening-wants-reason"));
        change(collection, 2, Map.of("state", "open", "reason", "两个单位补报", "changedBy", "王核"))
                .then()
                .statusCode(200);
        given().get("/v1/collections/%s/history".formatted(collection))
                .then()
                .body("items.revision", equalTo(List.of(3, 2)))
                .body("items[0].reason", equalTo("两个单位补报"))
                .body("items[0].changedBy", equalTo("王核"));
    }

    @Test
    void a_unit_that_leaves_the_roster_cannot_report_and_one_that_joins_can() {
        String collection = openCollection();
        var office = Map.of("code", "office", "name", "综合办公室", "kind", "科室");
        var hall = Map.of("code", "hall", "name", "服务大厅", "kind", "科室");

        change(collection, 1, Map.of("units", List.of(hall, office), "changedBy", "王核"))
                .then()
                .statusCode(200)
                .body("units.code", equalTo(List.of("hall", "office")))
                .body("units[1].name", equalTo("综合办公室"));

        report(collection, "centre", submission(figures()))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-on-roster"));
        report(collection, "hall", submission(figures())).then().statusCode(201);
    }

    @Test
    void a_roster_that_names_a_unit_twice_is_refused() {
        String collection = openCollection();
        var office = Map.of("code", "office", "name", "办公室", "kind", "科室");

        change(collection, 1, Map.of("units", List.of(office, office), "changedBy", "王核"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void the_compiling_office_cannot_leave_the_roster() {
        String collection = openCollection();

        change(
                        collection,
                        1,
                        Map.of("units", List.of(Map.of("code", "hall", "name", "大厅", "kind", "科室")), "changedBy", "王核"))
                .then()
                .statusCode(404)
                .body("detail", containsString("office"));
    }

    @Test
    void a_later_deadline_makes_nobody_late() {
        String collection = openCollection();

        change(collection, 1, Map.of("deadline", "2199-01-31T10:00:00Z", "changedBy", "王核"))
                .then()
                .statusCode(200);

        report(collection, "centre", submission(figures())).then().body("late", equalTo(false));
    }

    @Test
    void a_bureau_asks_rows_of_its_own_under_its_own_prefix() {
        Map<String, Object> collection = collection("with-rows-of-its-own");
        collection.put("localRows", List.of(ownRow("bureau.visits")));
        open(collection).then().statusCode(201);

        report("with-rows-of-its-own", "centre", submission(figures()))
                .then()
                .statusCode(422)
                .body("errors.indicator", equalTo(List.of("bureau.visits")));
        report("with-rows-of-its-own", "centre", submission(figures("bureau.visits", 7)))
                .then()
                .statusCode(201)
                .body("values.'bureau.visits'", equalTo(7));
    }

    @Test
    void a_row_under_anothers_prefix_is_refused() {
        Map<String, Object> collection = collection("with-rows-of-others");
        collection.put("localRows", List.of(ownRow("another.visits")));

        open(collection).then().statusCode(422).body("type", equalTo("/problems/foreign-row"));
    }

    private static Map<String, Object> ownRow(String code) {
        return Map.of(
                "code", code, "label", Map.of("zh", "来访", "en", "Visits"), "measure", "次", "scale", 0, "rollUp", "sum");
    }

    private static Response change(String collection, long seen, Map<String, ?> change) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(change)
                .patch("/v1/collections/" + collection);
    }

    @Test
    void a_change_that_names_no_revision_or_an_old_one_is_refused() {
        String collection = openCollection();
        close(collection).then().statusCode(200);

        close(collection).then().statusCode(412).body("type", equalTo("/problems/stale-revision"));
        given().contentType(ContentType.JSON)
                .body(Map.of("state", "open", "reason", "补报", "changedBy", "王核"))
                .patch("/v1/collections/" + collection)
                .then()
                .statusCode(428);
    }

    @Test
    void collections_are_listed_page_by_page() {
        open(collection("0-first")).then().statusCode(201);
        open(collection("0-second")).then().statusCode(201);

        given().queryParam("limit", 1)
                .get("/v1/collections")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].collection", equalTo("0-first"))
                .header("Link", containsString("after=0-first"));
        given().queryParam("limit", 1)
                .queryParam("after", "0-first")
                .get("/v1/collections")
                .then()
                .body("items[0].collection", equalTo("0-second"));
    }

    @Test
    void a_collection_that_does_not_exist_is_a_problem_and_not_a_page() {
        given().header("Accept-Language", "en")
                .get("/v1/collections/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/collection-unknown"))
                .body("title", equalTo("There is no such collection"));
    }
}
