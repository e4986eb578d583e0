package gongkai.submission.collection;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import gongkai.submission.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class StatedValueResourceTest {

    private String collection;

    /** 5 and 7 items, some of which may be the same. */
    @BeforeEach
    void twoUnitsHaveSubmitted() {
        collection = openCollection();
        report(collection, "office", submission(figures("1.1", 5, "1.2.2", 5)))
                .then()
                .statusCode(201);
        report(collection, "centre", submission(figures("1.1", 7, "1.2.2", 7)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_bureau_states_what_coincides_and_says_who_and_why() {
        state("1.1", 9, 1)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("indicator", equalTo("1.1"))
                .body("value", equalTo(9))
                .body("statedBy", equalTo("王核"));

        given().get(path()).then().body("items.value", contains(9)).body("items.reason", contains("两篇相同"));
        given().get("/v1/collections/{collection}/history", collection)
                .then()
                .body("items[0].what", equalTo("认定 1.1 为 9"))
                .body("items[0].reason", equalTo("两篇相同"));
    }

    @Test
    void the_same_again_has_no_further_effect_and_another_names_what_it_replaces() {
        state("1.1", 9, 1).statusCode(200);

        state("1.1", 9, 1).statusCode(200).header("ETag", "\"2\"");
        state("1.1", 10, 1).statusCode(412);
        state("1.1", 10, 2).statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void a_value_that_cannot_be_is_refused_with_its_bounds() {
        for (int impossible : new int[] {6, 13}) {
            state("1.1", impossible, 1)
                    .statusCode(422)
                    .body("type", equalTo("/problems/value-out-of-bounds"))
                    .body("detail", containsString("不可能少于报送最多的单位的 7，也不可能多于各单位合计的 12"));
        }
        state("1.1", -1, 1).statusCode(422);
    }

    @Test
    void only_what_counts_once_can_be_stated() {
        state("7", 0, 1).statusCode(422).body("type", equalTo("/problems/indicator-not-distinct"));
        state("99", 0, 1).statusCode(422).body("type", equalTo("/problems/indicator-not-distinct"));
    }

    @Test
    void a_bureau_can_let_the_sum_count_again() {
        state("1.1", 9, 1).statusCode(200);

        for (int again = 0; again < 2; again++) {
            given().header("If-Match", "\"2\"")
                    .contentType(ContentType.JSON)
                    .queryParam("reason", "核实为不同信息")
                    .queryParam("withdrawnBy", "王核")
                    .delete(path() + "/1.1")
                    .then()
                    .statusCode(204)
                    .header("ETag", "\"3\"");
        }
        given().get(path()).then().body("items", empty());
    }

    private String path() {
        return "/v1/collections/%s/stated-values".formatted(collection);
    }

    private ValidatableResponse state(String indicator, int value, long seen) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(Map.of("value", value, "reason", "两篇相同", "statedBy", "王核"))
                .put(path() + "/" + indicator)
                .then();
    }
}
