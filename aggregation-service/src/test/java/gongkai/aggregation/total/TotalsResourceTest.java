package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.notApplicable;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.Owner;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.chassis.json.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class TotalsResourceTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Inject
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    @Inject
    Owner database;

    private final String collection = Given.code();

    /** Two of three units have submitted, in two batches. */
    @BeforeEach
    void twoHaveSubmitted() throws Exception {
        updater.update(
                List.of(json.readValue(
                        announcement(collection, 1, "office", "station", "centre"), CollectionAnnounced.class)),
                List.of(received("office", "'1.1': 5, '2.1': 6, '7': 0.25, '8.1': 1")));
        updater.update(List.of(), List.of(received("station", "'1.1': 70, '2.1': 70, '7': 0.5, '8.1': 9")));
    }

    @Test
    void totals_say_what_they_are_and_whom_they_cover() {
        get("").statusCode(200)
                .header("ETag", "\"3\"")
                .body("collection", equalTo(collection))
                .body("revision", equalTo(3))
                .body("state", equalTo("open"))
                .body("bureau.name", equalTo("某局"))
                .body("period.from", equalTo("2018-01-01"))
                .body("form", equalTo("a-form"))
                .body("compiledBy", equalTo("office"))
                .body("figures.code", contains("1.1", "2.1", "7", "8.1"))
                .body("figures[0].label.zh", equalTo("公开数"))
                .body("figures[0].label.en", equalTo("Items"))
                .body("figures[0].measure", equalTo("条"))
                .body("figures.rollUp", contains("distinct", "sum", "sum", "bureau"))
                .body("values.'1.1'", equalTo(75))
                .body("values.'7'", equalTo(0.75f))
                .body("values.'8.1'", equalTo(1))
                .body("progress.expected", equalTo(3))
                .body("progress.submitted", equalTo(2))
                .body("progress.missing", equalTo(1))
                .body("units.state", contains("submitted", "submitted", "missing"))
                .body("units[0].revision", equalTo(1))
                .body("units[0].submittedAt", equalTo("2019-01-08T01:30:00Z"))
                .body("units[2]", not(hasKey("revision")))
                .body("findings.rule", contains("B1"))
                .body("findings[0].left", equalTo(76))
                .body("findings[0].relation", equalTo("<="))
                .body("findings[0].right", equalTo(75))
                .body("findings[0].text.en", equalTo("Interpretations are items"));
    }

    @Test
    void a_distinct_figure_says_between_what_it_lies_and_what_its_value_assumes() {
        get("").body("figures[0].value", equalTo(75))
                .body("figures[0].lowerBound", equalTo(70))
                .body("figures[0].upperBound", equalTo(75))
                .body("figures[0].assumedDisjoint", equalTo(true))
                .body("figures[1]", not(hasKey("lowerBound")))
                .body("figures[1]", not(hasKey("upperBound")))
                .body("figures[1]", not(hasKey("assumedDisjoint")));
        get("?revision=2").body("figures[0].value", equalTo(5)).body("figures[0]", not(hasKey("assumedDisjoint")));
    }

    @Test
    void each_figure_says_whom_it_covers() throws Exception {
        updater.update(
                List.of(json.readValue(
                        announcement(collection, 2, "office", "station", "centre", "hall", "desk"),
                        CollectionAnnounced.class)),
                List.of(
                        json.readValue(
                                notApplicable(collection, "centre", "'1.1': 0, '7': 0", "'2.1'"),
                                SubmissionReceived.class),
                        json.readValue(
                                submission(collection, "hall", 1, "draft", "'1.1': 3"), SubmissionReceived.class)));

        get("").body("figures.coverage.reported", contains(2, 2, 2, 1))
                .body("figures.coverage.zero", contains(1, 0, 1, 0))
                .body("figures.coverage.notApplicable", contains(0, 1, 0, 0))
                .body("figures.coverage.missing", contains(2, 2, 2, 0));
        get("?revision=3").body("figures.coverage.missing", contains(1, 1, 1, 0));
    }

    @Test
    void figures_are_written_exactly() {
        assertThat(get("").extract().asString()).contains("\"values\":{\"1.1\":75,\"2.1\":76,\"7\":0.75,\"8.1\":1}");
    }

    @Test
    void totals_can_be_read_as_they_were() {
        get("?revision=2")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("revision", equalTo(2))
                .body("values.'1.1'", equalTo(5))
                .body("progress.submitted", equalTo(1));
    }

    @Test
    void totals_can_be_read_as_they_were_at_a_time() throws Exception {
        execute("update totals set as_of = '2019-01-08T02:00:00Z' where revision = 2 and collection = '%s'");
        execute("update totals set as_of = '2019-01-09T02:00:00Z' where revision = 3 and collection = '%s'");

        at("2019-01-08T02:00:00Z").header("ETag", "\"2\"").body("values.'1.1'", equalTo(5));
        at("2019-01-09T09:59:59+08:00").body("revision", equalTo(2));
        at("2019-01-09T10:00:00+08:00").body("revision", equalTo(3));
        at("2999-01-01T00:00:00Z").body("revision", equalTo(3));
        at("2019-01-08T01:59:59Z")
                .statusCode(404)
                .body("type", equalTo("/problems/no-totals-then"))
                .body("detail", containsString("始于 2019-01-08T02:00:00Z"));
        given().get("/v1/totals/nobody?at=2019-01-09T00:00:00Z")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/collection-unknown"));
    }

    @Test
    void a_time_must_be_one_and_stand_alone() {
        get("?at=yesterday").statusCode(400).body("type", equalTo("/problems/malformed-request"));
        get("?at=2019-01-09T00:00:00Z&revision=2").statusCode(400).body("type", equalTo("/problems/malformed-request"));
    }

    @Test
    void totals_can_be_had_as_csv() {
        var csv = given().accept("text/csv")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("ETag", "\"3.csv\"")
                .header("Vary", "Accept")
                .header("Content-Disposition", "attachment; filename=\"" + collection + "-totals-3.csv\"");

        assertThat(new String(csv.extract().asByteArray(), UTF_8)).startsWith("""
                \uFEFFcode,label.zh,label.en,measure,rollUp,value,lowerBound,upperBound,reported,zero,notApplicable,missing
                1.1,公开数,Items,条,distinct,75,70,75,2,0,0,1
                """.replace("\n", "\r\n"));
    }

    @Test
    void the_tag_of_the_json_is_not_that_of_the_csv() {
        given().accept("text/csv")
                .header("If-None-Match", "\"3\"")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(200);
        given().accept("text/csv")
                .header("If-None-Match", "\"3.csv\"")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(304);
        get("").contentType("application/json").header("Vary", "Accept");
    }

    @Test
    void a_problem_stays_a_problem_where_csv_is_asked_for() {
        given().accept("text/csv")
                .get("/v1/totals/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void the_content_hash_can_be_computed_from_the_answer() {
        get("").body(
                        "contentHash",
                        equalTo(Sha256.hex(("{\"form\":\"a-form\",\"units\":{\"office\":1,\"station\":1},"
                                        + "\"values\":{\"1.1\":75,\"2.1\":76,\"7\":0.75,\"8.1\":1}}")
                                .getBytes(UTF_8))));
    }

    @Test
    void a_draft_leaves_the_content_as_it_is_but_a_revision_does_not() throws Exception {
        String before = get("").extract().path("contentHash");

        updater.update(
                List.of(),
                List.of(json.readValue(
                        submission(collection, "centre", 1, "draft", "'1.1': 3"), SubmissionReceived.class)));
        get("").body("revision", equalTo(4)).body("contentHash", equalTo(before));
        updater.update(
                List.of(),
                List.of(json.readValue(
                        submission(collection, "station", 2, "'1.1': 70, '2.1': 70, '7': 0.5, '8.1': 8"),
                        SubmissionReceived.class)));

        get("").body("values.'1.1'", equalTo(75)).body("contentHash", not(equalTo(before)));
    }

    @Test
    void a_reader_who_has_the_latest_is_told_so() {
        given().header("If-None-Match", "\"3\"")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(304)
                .header("ETag", "\"3\"")
                .body(equalTo(""));
        given().header("If-None-Match", "\"2\"")
                .get("/v1/totals/{collection}", collection)
                .then()
                .statusCode(200);
    }

    @Test
    void a_figure_can_be_followed_to_each_contribution() {
        get("/indicators/1.1")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("indicator.code", equalTo("1.1"))
                .body("indicator.rollUp", equalTo("distinct"))
                .body("revision", equalTo(3))
                .body("value", equalTo(75))
                .body("contributions.unit", contains("office", "station"))
                .body("contributions.value", contains(5, 70))
                .body("contributions[1].kind", equalTo("派出所"))
                .body("contributions[1].revision", equalTo(1));
        get("/indicators/1.1?revision=2").body("contributions.unit", contains("office"));
    }

    @Test
    void a_contribution_says_what_share_of_the_total_it_is() {
        assertThat(get("/indicators/1.1").extract().asString())
                .contains("\"value\":5,\"share\":0.0667")
                .contains("\"value\":70,\"share\":0.9333");
        assertThat(get("/indicators/8.1").extract().asString()).contains("\"value\":1,\"share\":1.0000");
    }

    @Test
    void nothing_has_no_shares() throws Exception {
        String silent = Given.code();
        updater.update(
                List.of(json.readValue(announcement(silent, 1, "office"), CollectionAnnounced.class)),
                List.of(json.readValue(submission(silent, "office", 1, "'1.1': 0"), SubmissionReceived.class)));

        given().get("/v1/totals/{collection}/indicators/1.1", silent)
                .then()
                .body("value", equalTo(0))
                .body("contributions.unit", contains("office"))
                .body("contributions[0].share", nullValue());
    }

    @Test
    void totals_are_divided_among_the_kinds_of_unit() throws Exception {
        updater.update(
                List.of(json.readValue(
                        announcement(collection, 2, "station", "office", "hall", "centre"), CollectionAnnounced.class)),
                List.of(received("centre", "'1.1': 2, '2.1': 0, '7': 0.75, '8.1': 6")));

        get("/by-kind")
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("collection", equalTo(collection))
                .body("revision", equalTo(5))
                .body("kinds.kind", contains("派出所", "科室", "服务大厅"))
                .body("kinds.progress.expected", contains(1, 2, 1))
                .body("kinds.progress.submitted", contains(1, 2, 0))
                .body("kinds.values.'1.1'", contains(70, 7, 0))
                .body("kinds[1].values.'7'", equalTo(1))
                .body("kinds[1].values.'8.1'", equalTo(1))
                .body("kinds[0].values", not(hasKey("8.1")));
        get("/by-kind?revision=3").body("kinds.kind", contains("科室", "派出所"));
        get("/by-kind?revision=4").statusCode(404).body("type", equalTo("/problems/revision-unknown"));
    }

    @Test
    void to_the_bureaus_own_figure_only_the_unit_that_compiles_contributes() {
        get("/indicators/8.1").body("value", equalTo(1)).body("contributions.unit", contains("office"));
    }

    @Test
    void a_figure_that_nobody_has_stated_is_null() throws Exception {
        String silent = Given.code();
        updater.update(
                List.of(json.readValue(announcement(silent, 1, "office"), CollectionAnnounced.class)), List.of());

        given().get("/v1/totals/{collection}", silent)
                .then()
                .body("figures[3].value", nullValue())
                .body("values", not(hasKey("8.1")));
    }

    @Test
    void findings_can_be_read_alone() {
        get("/findings")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("revision", equalTo(3))
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("rule"))
                .body("findings[0].indicators", contains("2.1", "1.1"));
    }

    @Test
    void a_recount_equals_the_running_totals() {
        given().post("/v1/totals/{collection}/recount", collection)
                .then()
                .statusCode(200)
                .body("revision", equalTo(3))
                .body("equal", equalTo(true));
    }

    @Test
    void a_recount_tells_where_totals_have_gone_astray() throws Exception {
        execute("update totals set figures = figures || '{\"1.1\": 74}' where revision = 3 and collection = '%s'");

        given().post("/v1/totals/{collection}/recount", collection)
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/totals-astray"))
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("1.1"))
                .body("errors[0].running", equalTo(74))
                .body("errors[0].recounted", equalTo(75));
        given().get(management + "health/group/data")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'totals' }.data.astray", containsString(collection));
        await().untilAsserted(
                        () -> assertThat(given().get(management + "metrics").asString())
                                .containsPattern("gongkai_totals_astray\\S* [1-9]"));
        given().get(management + "health/ready").then().statusCode(200);

        execute("update totals set figures = figures || '{\"1.1\": 75}' where revision = 3 and collection = '%s'");
        given().post("/v1/totals/{collection}/recount", collection).then().statusCode(200);
        given().get(management + "health/group/data").then().statusCode(200);
    }

    @Test
    void what_is_not_there_is_said_in_the_callers_language() {
        given().get("/v1/totals/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/collection-unknown"))
                .body("detail", containsString("没有报送任务“nobody”"));
        given().header("Accept-Language", "en")
                .get("/v1/totals/{collection}/indicators/9.9", collection)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/indicator-unknown"))
                .body("detail", containsString("has no indicator “9.9”"));
        get("?revision=4").statusCode(404).body("type", equalTo("/problems/revision-unknown"));
        get("?revision=0").statusCode(404).body("type", equalTo("/problems/revision-unknown"));
    }

    @Test
    void a_collection_of_which_only_submissions_are_known_has_no_totals_yet() throws Exception {
        String early = Given.code();
        updater.update(
                List.of(),
                List.of(json.readValue(submission(early, "office", 1, "'1.1': 5"), SubmissionReceived.class)));

        given().get("/v1/totals/{collection}", early).then().statusCode(404);
    }

    private ValidatableResponse get(String path) {
        return given().get("/v1/totals/" + collection + path).then();
    }

    private ValidatableResponse at(String time) {
        return given().queryParam("at", time)
                .get("/v1/totals/{collection}", collection)
                .then();
    }

    private SubmissionReceived received(String unit, String figures) throws Exception {
        return json.readValue(submission(collection, unit, 1, figures), SubmissionReceived.class);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(collection));
        }
    }
}
