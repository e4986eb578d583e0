package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.stating;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bureau that knows what coincides. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class StatedValuesTest {

    private static final String NINE = """
            {"indicator": "1.1", "value": 9, "statedBy": "王核", "statedAt": "2019-01-09T02:00:00Z", "reason": "两篇相同"}
            """;

    @Inject
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    private final String collection = Given.code();

    /** 5 and 7 items: between 7 and 12 in all. */
    @BeforeEach
    void theBureauStatesNine() throws Exception {
        announce(announcement(collection, 1, "office", "station"));
        submit("office", 1, "'1.1': 5");
        submit("station", 1, "'1.1': 7");
        announce(stating(collection, 2, NINE, "office", "station"));
    }

    @Test
    void the_totals_use_what_the_bureau_states_and_say_who_and_why() {
        totals("")
                .body("values.'1.1'", equalTo(9))
                .body("figures[0].value", equalTo(9))
                .body("figures[0].lowerBound", equalTo(7))
                .body("figures[0].upperBound", equalTo(12))
                .body("figures[0].stated.statedBy", equalTo("王核"))
                .body("figures[0].stated.reason", equalTo("两篇相同"))
                .body("figures[0]", not(hasKey("assumedDisjoint")))
                .body("findings", empty());
        totals("/indicators/1.1").body("value", equalTo(9)).body("stated.value", equalTo(9));
    }

    @Test
    void before_it_was_stated_it_was_not() {
        totals("?revision=3")
                .body("values.'1.1'", equalTo(12))
                .body("figures[0].assumedDisjoint", equalTo(true))
                .body("figures[0]", not(hasKey("stated")));
    }

    @Test
    void what_can_no_longer_be_is_not_used_and_found() throws Exception {
        submit("station", 2, "'1.1': 20");

        totals("")
                .body("values.'1.1'", equalTo(25))
                .body("figures[0].assumedDisjoint", equalTo(true))
                .body("figures[0]", not(hasKey("stated")))
                .body("findings.rule", contains("stated-value"))
                .body("findings[0].severity", equalTo("error"))
                .body("findings[0].left", equalTo(9))
                .body("findings[0].relation", equalTo(">="))
                .body("findings[0].right", equalTo(20));
        given().get("/v1/totals/{collection}/findings", collection)
                .then()
                .body("findings.rule", contains("stated-value"));

        submit("station", 3, "'1.1': 8");
        totals("").body("values.'1.1'", equalTo(9)).body("findings", empty());
    }

    @Test
    void a_recount_is_of_the_sums() {
        given().post("/v1/totals/{collection}/recount", collection).then().statusCode(200);
    }

    private ValidatableResponse totals(String rest) {
        return given().get("/v1/totals/" + collection + rest).then().statusCode(200);
    }

    private void announce(String announcement) throws Exception {
        updater.update(List.of(json.readValue(announcement, CollectionAnnounced.class)), List.of());
    }

    private void submit(String unit, long revision, String figures) throws Exception {
        updater.update(
                List.of(),
                List.of(json.readValue(submission(collection, unit, revision, figures), SubmissionReceived.class)));
    }
}
