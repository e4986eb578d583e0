package gongkai.aggregation.analysis;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.Tokens;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.total.TotalsUpdater;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class FindingsResourceTest {

    @Inject
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    /** Its own bureau in each test, so that no other test's totals are those of its period before. */
    private final String bureau = "bureau-" + UUID.randomUUID();

    @Test
    void a_rule_that_looks_back_is_held_against_the_bureaus_totals_of_the_period_before() throws Exception {
        String before = Given.code();
        String collection = Given.code();
        take(inYear(2017, announcement(before, 1, "office")), submission(before, "office", 1, "'1.1': 3"));
        take(inYear(2018, announcement(collection, 1, "office")), submission(collection, "office", 1, "'1.1': 2"));

        findings(collection)
                .header("ETag", "\"2-2\"")
                .body("previous", equalTo(before))
                .body("findings.rule", contains("Y1"))
                .body("findings[0].left", equalTo(2))
                .body("findings[0].right", equalTo(3));

        take(submission(before, "office", 2, "'1.1': 2"));
        findings(collection).header("ETag", "\"2-3\"").body("findings", empty());
    }

    @Test
    void a_period_before_that_nobody_knows_breaks_no_rule() throws Exception {
        String collection = Given.code();
        take(inYear(2018, announcement(collection, 1, "office")), submission(collection, "office", 1, "'1.1': 2"));

        findings(collection)
                .header("ETag", "\"2\"")
                .body("previous", nullValue())
                .body("findings", empty());
    }

    @Test
    void a_unit_far_from_its_like_is_worth_a_look() throws Exception {
        String collection = Given.code();
        String[] units = IntStream.range(0, 6).mapToObj(unit -> "unit-" + unit).toArray(String[]::new);
        take(announcement(collection, 1, units));
        for (String unit : units) {
            take(submission(collection, unit, 1, unit.equals("unit-4") ? "'1.1': 900" : "'1.1': 10"));
        }

        findings(collection)
                .body("findings.kind", contains("unusual"))
                .body("findings[0].unit", equalTo("unit-4"))
                .body("findings[0].value", equalTo(900))
                .body("findings[0].usual.low", equalTo(7))
                .body("findings[0].usual.high", equalTo(13))
                .body("findings[0].text.en", containsString("units of its kind usually have 7 to 13"));
    }

    @Test
    void a_warning_that_a_unit_explains_is_told_with_its_reason() throws Exception {
        String collection = Given.code();
        String explained = submission(collection, "office", 1, "'1.1': 2").replace("\"derived\": []", """
                "derived": [], "warnings": [{"rule": "F5", "indicator": "9.2", "left": 0, "relation": ">=", "right": 1,
                "message": {"zh": "没有举办培训班", "en": "No course was held"}, "reason": "由区里统一组织"}]""");
        take(announcement(collection, 1, "office"), explained);

        findings(collection)
                .body("findings.kind", contains("unit-warning"))
                .body("findings[0].unit", equalTo("office"))
                .body("findings[0].rule", equalTo("F5"))
                .body("findings[0].reason", equalTo("由区里统一组织"));
    }

    private static ValidatableResponse findings(String collection) {
        return given().get("/v1/totals/{collection}/findings", collection)
                .then()
                .statusCode(200);
    }

    /** Of this test's bureau, for this year, on a form whose 1.1 must be what it was the year before. */
    private String inYear(int year, String announcement) {
        Tokens.actIn(bureau);
        return announcement
                .replace("a-bureau", bureau)
                .replace("2018-01-01", year + "-01-01")
                .replace("2018-12-31", year + "-12-31")
                .replace("\"rules\": [", """
                        "rules": [{
                          "code": "Y1", "severity": "error", "text": {"zh": "与上年相同", "en": "As it was"},
                          "left": ["1.1"], "relation": "=", "right": ["1.1@previous"], "constant": 0, "when": [], "unless": []
                        },""");
    }

    private void take(String... events) throws Exception {
        for (String event : events) {
            if (event.contains("\"unit\"")) {
                updater.update(List.of(), List.of(json.readValue(event, SubmissionReceived.class)));
            } else {
                updater.update(List.of(json.readValue(event, CollectionAnnounced.class)), List.of());
            }
        }
    }
}
