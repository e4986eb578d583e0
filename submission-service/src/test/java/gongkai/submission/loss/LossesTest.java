package gongkai.submission.loss;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.open;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.read;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import gongkai.submission.Given;
import gongkai.submission.RealPlatform;
import gongkai.submission.intake.KnownElsewhere;
import gongkai.submission.outbox.ToldBefore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others know of us that this database, which was set back, does not. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class LossesTest {

    private static final String OF_A_UNIT = """
            {"collection": "%s", "unit": "%s", "revision": %d, "state": "submitted"}
            """;

    @Inject
    Event<ToldBefore> log;

    @Inject
    Event<KnownElsewhere> totals;

    @Inject
    Losses losses;

    @Test
    void what_the_log_knows_more_is_sent_back_to_its_unit_under_the_greatest_number_until_it_has_reported_again() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        log.fire(new ToldBefore(
                List.of(OF_A_UNIT.formatted(collection, "centre", 2), OF_A_UNIT.formatted(collection, "centre", 3))));

        assertThat(standing()).contains(collection + "/centre 2-3");
        read(collection, "centre")
                .then()
                .body("state", is("returned"))
                .body("revision", is(3))
                .body("values.6", is(1))
                .body("reason", containsString("第 2 至 3 版"));
        given().queryParam("resource", "/v1/collections/%s/units/centre/submission".formatted(collection))
                .queryParam("action", "intake")
                .get("/v1/audit")
                .then()
                .body("items.entry.by", hasItem("系统"));
        report(collection, "centre", submission(figures("6", 2)), 3)
                .then()
                .statusCode(200)
                .body("revision", is(4));
        assertThat(standing()).doesNotContain(collection);
    }

    @Test
    void what_is_known_elsewhere_as_it_is_here_is_no_loss() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);

        totals.fire(new KnownElsewhere(collection, 1, Map.of("centre", 1L)));

        assertThat(standing()).doesNotContain(collection);
        read(collection, "centre").then().body("state", is("submitted"));
    }

    @Test
    void a_collection_that_is_lost_goes_on_above_what_is_known_of_it_and_so_do_its_units() {
        String collection = "lost-2018";

        totals.fire(new KnownElsewhere(collection, 4, Map.of("centre", 2L)));

        assertThat(standing()).contains("lost-2018 itself up to 4").contains("lost-2018/centre 1-2");
        open(Given.collection(collection)).then().statusCode(201).header("ETag", "\"5\"");
        report(collection, "centre", submission(figures("6", 2)), 2).then().body("revision", is(3));
        assertThat(standing()).doesNotContain(collection);
    }

    private String standing() {
        return losses.standing().toString();
    }
}
