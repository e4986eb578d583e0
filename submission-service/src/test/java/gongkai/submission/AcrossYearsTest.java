package gongkai.submission;

import static gongkai.submission.Given.path;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Earlier figures of a unit, and the figures of its peers, when it reports again. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class AcrossYearsTest {

    private static final AtomicInteger BUREAUS = new AtomicInteger();

    private final String bureau = "yearly-" + BUREAUS.incrementAndGet();

    @Test
    void what_last_year_carried_over_must_be_what_this_year_took_over() {
        String before = open("xxgk-2021", 2022, 2);
        String now = open("xxgk-2021", 2023, 2);
        report(before, "unit-1", submission(requests("2.1.c1", 5, "2.3.1.c1", 2, "2.4.c1", 3)))
                .then()
                .statusCode(201);

        report(now, "unit-1", submission(requests("2.2.c1", 1, "2.3.1.c1", 1)))
                .then()
                .statusCode(422)
                .body("errors.rule", hasItem("M4[c1]"))
                .body("errors.find { it.rule == 'M4[c1]' }.left", equalTo(3))
                .body("errors.find { it.rule == 'M4[c1]' }.right", equalTo(1));
        report(now, "unit-1", submission(requests("2.2.c1", 3, "2.3.1.c1", 3)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_unit_begins_with_what_carries_over() {
        String before = open("xxgk-2021", 2022, 2);
        String now = open("xxgk-2021", 2023, 2);
        report(before, "unit-1", submission(requests("2.1.c1", 5, "2.3.1.c1", 2, "2.4.c1", 3)))
                .then()
                .statusCode(201);

        given().get(path(now, "unit-1") + "/prefill")
                .then()
                .statusCode(200)
                .body("fromCollection", equalTo(before))
                .body("values.'2.2.c1'", equalTo(3))
                .body("values.'2.2.c7'", equalTo(3));
        given().get(path(now, "unit-2") + "/prefill").then().statusCode(200).body("values", equalTo(Map.of()));
    }

    @Test
    void a_figure_far_from_those_of_like_units_is_pointed_out_with_the_usual_range() {
        String collection = open("xxgk-2014", 2018, 7);
        for (int unit = 1; unit <= 5; unit++) {
            report(collection, "unit-" + unit, submission(Given.figures("6", 10 + unit)))
                    .then()
                    .statusCode(201);
        }

        given().contentType(ContentType.JSON)
                .body(submission(Given.figures("6", 1000)))
                .post(path(collection, "unit-6") + "/validation")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("findings.rule", equalTo(List.of("unusual-among-peers")))
                .body("findings[0].message", containsString("6 至 20 之间"));
        report(collection, "unit-6", submission(Given.figures("6", 1000)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_figure_far_from_the_units_own_earlier_years_is_pointed_out() {
        for (int year = 2014; year < 2018; year++) {
            report(open("xxgk-2014", year, 1), "unit-1", submission(Given.figures("9.1", 3)))
                    .then()
                    .statusCode(201);
        }
        String now = open("xxgk-2014", 2018, 1);

        given().contentType(ContentType.JSON)
                .body(submission(Given.figures("9.1", 33)))
                .post(path(now, "unit-1") + "/validation")
                .then()
                .body("findings.rule", equalTo(List.of("unusual-for-unit")));
    }

    private String open(String form, int year, int units) {
        Tokens.actIn(bureau);
        List<Map<String, String>> roster = new ArrayList<>();
        for (int unit = 1; unit <= units; unit++) {
            roster.add(Map.of("code", "unit-" + unit, "name", "第%d司法所".formatted(unit), "kind", "街道司法所"));
        }
        Map<String, Object> collection = Given.collection("%s-%d".formatted(bureau, year));
        collection.put("bureau", Map.of("code", bureau, "name", "某区司法局"));
        collection.put("period", Map.of("from", year + "-01-01", "to", year + "-12-31"));
        collection.put("form", form);
        collection.put("compiledBy", "unit-1");
        collection.put("units", roster);
        Given.open(collection).then().statusCode(201);
        return (String) collection.get("collection");
    }

    /** Form xxgk-2021 with 0 in every cell but these; its totals are left out, and derived. */
    private static Map<String, Object> requests(Object... codesAndFigures) {
        Map<String, Object> figures = new TreeMap<>();
        List<String> cells = given().get("/v1/forms/xxgk-2021").path("indicators.code");
        cells.stream()
                .filter(cell -> !cell.matches("2\\..*\\.c7|2\\.3\\.7\\..*|3\\..*\\.c5"))
                .forEach(cell -> figures.put(cell, 0));
        for (int i = 0; i < codesAndFigures.length; i += 2) {
            figures.put((String) codesAndFigures[i], codesAndFigures[i + 1]);
        }
        return figures;
    }
}
