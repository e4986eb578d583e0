package gongkai.submission;

import static gongkai.submission.Given.collection;
import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.open;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.path;
import static gongkai.submission.Given.read;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class SubmissionResourceTest {

    @Test
    void one_call_is_enough_to_submit() {
        String collection = openCollection();

        report(collection, "centre", submission(figures("1.1", 12, "1.2.2", 12, "8.4", new BigDecimal("0.25"))))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("revision", equalTo(1))
                .body("state", equalTo("submitted"))
                .body("submittedBy", equalTo("李文"))
                .body("late", equalTo(true))
                .body("derived", empty());
        read(collection, "centre")
                .then()
                .statusCode(200)
                .body("values.'1.1'", equalTo(12))
                .body("values.'8.4'", equalTo(0.25f))
                .body("values.'9.3'", equalTo(0));
    }

    @Test
    void a_subtotal_that_is_left_out_is_derived_and_marked_so() {
        String collection = openCollection();
        Map<String, Object> figures = figures("3.1.1", 2, "3.1.3", 3, "3.3.4.2", 1, "3.3.1", 4, "3.2.1", 5);
        Given.SUBTOTALS.forEach(figures::remove);

        report(collection, "centre", submission(figures))
                .then()
                .statusCode(201)
                .body("values.'3.1'", equalTo(5))
                .body("values.'3.3.4'", equalTo(1))
                .body("values.'3.3'", equalTo(5))
                .body("derived", containsInAnyOrder(Given.SUBTOTALS.toArray()));
    }

    @Test
    void the_same_request_again_has_no_further_effect() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        report(collection, "centre", submission(figures("6", new BigDecimal("1.000"))))
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void a_change_makes_a_new_revision_and_keeps_the_old_one() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        report(collection, "centre", submission(figures("6", 2)), 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Totals-Token", "centre@2")
                .body("revision", equalTo(2));
        given().get(path(collection, "centre") + "/revisions")
                .then()
                .body("items.revision", equalTo(List.of(2, 1)))
                .body("items[1].values.'6'", equalTo(1));
        given().get(path(collection, "centre") + "/revisions/1").then().body("values.'6'", equalTo(1));
    }

    @Test
    void of_two_clerks_who_edit_one_form_the_later_one_is_told_what_changed() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);
        report(collection, "centre", submission(figures("6", 2)), 1).then().statusCode(200);

        report(collection, "centre", submission(figures("6", 3)), 1)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/stale-revision"))
                .body("detail", containsString("第 2 次修订"))
                .body("detail", containsString("李文"))
                .body("detail", containsString("6: 1 → 2"));
    }

    @Test
    void a_change_that_names_no_revision_is_refused() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        report(collection, "centre", submission(figures("6", 2)))
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/revision-not-named"));
    }

    @Test
    void of_many_who_report_first_at_once_one_is_stored_and_the_others_are_told() throws Exception {
        String collection = openCollection();
        var clerks = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = Stream.iterate(1, i -> i + 1)
                .limit(8)
                .<Callable<Integer>>map(i -> () -> report(collection, "centre", submission(figures("6", i)))
                        .statusCode())
                .toList();

        List<Integer> answers = clerks.invokeAll(calls).stream()
                .map(SubmissionResourceTest::answer)
                .sorted()
                .toList();

        clerks.shutdown();
        assertThat(answers).containsExactly(201, 428, 428, 428, 428, 428, 428, 428);
    }

    @Test
    void a_draft_may_be_incomplete_and_says_what_it_lacks() {
        String collection = openCollection();
        Map<String, Object> draft = submission(Map.of("3.1", 1, "3.1.1", 2));
        draft.put("state", "draft");

        report(collection, "centre", draft)
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("findings.rule", hasItem("reported"));
    }

    @Test
    void a_returned_submission_carries_the_reason_and_can_be_submitted_again() {
        String collection = openCollection();
        report(collection, "centre", submission(figures())).then().statusCode(201);

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "请核对第六项", "returnedBy", "王核"))
                .post(path(collection, "centre") + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("returned"))
                .body("reason", equalTo("请核对第六项"));
        report(collection, "centre", submission(figures()), 2)
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("revision", equalTo(3));
    }

    @Test
    void what_was_never_submitted_cannot_be_returned() {
        String collection = openCollection();

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "请核对", "returnedBy", "王核"))
                .post(path(collection, "centre") + "/return")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/nothing-reported"));
    }

    @Test
    void validation_answers_all_findings_at_once_and_stores_nothing() {
        String collection = openCollection();
        Map<String, Object> figures =
                figures("3.1", 5, "3.1.1", 4, "5", 3, "5.1", 3, "6", -1, "9.1", "三", "nonsense", 1);
        figures.remove("9.2");

        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(submission(figures))
                .post(path(collection, "centre") + "/validation")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.rule", hasItems("S1", "not-negative", "number", "known-indicator", "reported"))
                .body("findings.find { it.rule == 'S1' }.left", equalTo(5))
                .body("findings.find { it.rule == 'S1' }.right", equalTo(4))
                .body("findings.find { it.rule == 'S1' }.pointer", equalTo("/values/3.1"));
        read(collection, "centre").then().statusCode(404).body("type", equalTo("/problems/nothing-reported"));
    }

    static Stream<Arguments> wrongFigures() {
        return Stream.of(
                Arguments.of("1.1", -1, "not-negative"),
                Arguments.of("1.1", new BigDecimal("1.5"), "decimals"),
                Arguments.of("7", new BigDecimal("0.1234567"), "decimals"),
                Arguments.of("1.1", BigDecimal.TEN.pow(30), "size"),
                Arguments.of("1.1", new BigDecimal("1e999999999"), "size"),
                Arguments.of("1.1", "十二", "number"),
                Arguments.of("1.1", true, "number"),
                Arguments.of("1.1", List.of(1), "number"),
                Arguments.of("1.1", null, "reported"),
                Arguments.of("1.9", 1, "known-indicator"));
    }

    @ParameterizedTest
    @MethodSource("wrongFigures")
    void a_wrong_figure_is_refused_by_name_and_nothing_is_stored(String indicator, Object figure, String rule) {
        String collection = openCollection();

        report(collection, "centre", submission(figures(indicator, figure)))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-figures"))
                .body("errors.find { it.rule == '%s' }.pointer".formatted(rule), equalTo("/values/" + indicator))
                .body("errors.find { it.rule == '%s' }.message".formatted(rule), not(containsString("null")));
        read(collection, "centre").then().statusCode(404);
    }

    @Test
    void a_broken_rule_names_both_sides() {
        String collection = openCollection();

        report(collection, "centre", submission(figures("1.1", 75, "1.2.4", 286)))
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].rule", equalTo("B2[1.2.4]"))
                .body("errors[0].left", equalTo(286))
                .body("errors[0].relation", equalTo("<="))
                .body("errors[0].right", equalTo(75));
    }

    @Test
    void a_warning_that_is_explained_is_taken_with_its_reason() {
        String collection = openCollection();
        Map<String, Object> submission = submission(figures("5", 3, "5.1", 3, "9.3", 4));
        submission.put("explanations", Map.of("F3", "上年申请引起", "F5", "区里统一培训", "F1", "没有这回事"));

        report(collection, "centre", submission)
                .then()
                .statusCode(201)
                .body("findings.rule", equalTo(List.of("F3", "F5")))
                .body("explanations", equalTo(Map.of("F3", "上年申请引起", "F5", "区里统一培训")));
    }

    @Test
    void a_warning_that_nobody_explains_is_refused() {
        String collection = openCollection();
        Map<String, Object> submission = submission(figures("5", 3, "5.1", 3, "9.3", 4));
        submission.put("explanations", Map.of("F3", "上年申请引起"));

        report(collection, "centre", submission)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/warnings-unexplained"))
                .body("errors.rule", equalTo(List.of("F5")));
    }

    @Test
    void what_does_not_apply_is_neither_zero_nor_missing() {
        String collection = openCollection();
        Map<String, Object> figures = figures("3.1.1", 2, "3.1", 2);
        figures.remove("3.1.2");
        figures.remove("9.1");
        Map<String, Object> submission = submission(figures);
        submission.put("notApplicable", List.of("9.1", "3.1.2"));

        report(collection, "centre", submission)
                .then()
                .statusCode(201)
                .body("notApplicable", equalTo(List.of("3.1.2", "9.1")))
                .body("values", not(hasKey("9.1")));
        submission.put("notApplicable", List.of("9.1", "3.1.2", "9.2", "8.8"));
        report(collection, "office", submission)
                .then()
                .statusCode(422)
                .body("errors.rule", containsInAnyOrder("not-applicable", "known-indicator"));
    }

    @Test
    void a_unit_takes_its_submission_back() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "数据待核", "withdrawnBy", "李文"))
                .post(path(collection, "centre") + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("reason", equalTo("数据待核"))
                .body("values.'6'", equalTo(1));
    }

    @Test
    void what_is_submitted_when_the_collection_closes_is_accepted() {
        String collection = openCollection();
        report(collection, "centre", submission(figures())).then().statusCode(201);
        Given.close(collection).then().statusCode(200);

        read(collection, "centre").then().body("state", equalTo("accepted")).body("revision", equalTo(1));
    }

    @Test
    void one_unit_reports_on_behalf_of_another_and_it_shows() {
        String collection = openCollection();
        Map<String, Object> submission = submission(figures());
        submission.put("filledInBy", "office");
        report(collection, "centre", submission).then().statusCode(201).body("filledInBy", equalTo("office"));

        submission.put("filledInBy", "stranger");
        report(collection, "centre", submission, 1)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-on-roster"));
    }

    @Test
    void a_zero_report_is_one_call_with_a_declaration() {
        String collection = openCollection();

        given().contentType(ContentType.JSON)
                .body(Map.of("declaration", "本单位本年度无相关数据", "submittedBy", "李文"))
                .post(path(collection, "centre") + "/zero-report")
                .then()
                .statusCode(201)
                .body("state", equalTo("submitted"))
                .body("remarks", equalTo("本单位本年度无相关数据"))
                .body("values.'1.1'", equalTo(0));
    }

    @Test
    void two_revisions_are_compared_figure_by_figure() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1, "9.1", 1)))
                .then()
                .statusCode(201);
        report(collection, "centre", submission(figures("6", 2, "9.1", 1)), 1)
                .then()
                .statusCode(200);

        given().get(path(collection, "centre") + "/revisions/2/changes")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("figures", hasSize(1))
                .body("figures[0].indicator", equalTo("6"))
                .body("figures[0].before", equalTo(1))
                .body("figures[0].after", equalTo(2));
    }

    @Test
    void a_unit_that_is_not_on_the_roster_cannot_report() {
        String collection = openCollection();

        report(collection, "stranger", submission(figures()))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-on-roster"))
                .body("detail", containsString("stranger"));
    }

    @Test
    void a_closed_collection_takes_nothing_more() {
        String collection = openCollection();
        Given.close(collection).then().statusCode(200);

        report(collection, "centre", submission(figures()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/collection-closed"))
                .body("detail", containsString("某区司法局"));
    }

    @Test
    void before_the_deadline_nothing_is_late() {
        Map<String, Object> collection = collection("in-good-time");
        collection.put("deadline", "2199-01-31T10:00:00Z");
        open(collection).then().statusCode(201);

        report("in-good-time", "centre", submission(figures())).then().body("late", equalTo(false));
    }

    @Test
    void a_reader_who_has_the_latest_revision_is_told_so() {
        String collection = openCollection();
        report(collection, "centre", submission(figures())).then().statusCode(201);

        given().header("If-None-Match", "\"1\"")
                .get(path(collection, "centre"))
                .then()
                .statusCode(304);
    }

    @Test
    void revisions_come_page_by_page() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);
        report(collection, "centre", submission(figures("6", 2)), 1).then().statusCode(200);
        report(collection, "centre", submission(figures("6", 3)), 2).then().statusCode(200);

        String next = given().queryParam("limit", 2)
                .get(path(collection, "centre") + "/revisions")
                .then()
                .body("items.revision", equalTo(List.of(3, 2)))
                .extract()
                .header("Link");

        assertThat(next).contains("before=2").contains("rel=\"next\"");
    }

    @Test
    void unknown_fields_are_refused() {
        String collection = openCollection();
        Map<String, Object> submission = new HashMap<>(submission(figures()));
        submission.put("vaules", Map.of());

        report(collection, "centre", submission)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-request"))
                .body("detail", containsString("/vaules"));
    }

    private static int answer(java.util.concurrent.Future<Integer> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
