package gongkai.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Hibernate 7.2 plans a native query of one column that has no name (no {@code addScalar}) anew each time, and keeps every plan, until
 * there is no room for any other's. A service that did so took ten times as long for an answer after some thousands of them.
 */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class QueryPlansTest {

    private static final int OFTEN = 5;

    @Inject
    SessionFactory sessions;

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void what_was_asked_before_is_not_planned_anew() {
        useAll();
        statistics.clear();

        for (int time = 0; time < OFTEN; time++) {
            useAll();
        }

        assertThat(statistics.getQueryPlanCacheHitCount()).isPositive();
        assertThat(statistics.getQueryPlanCacheMissCount()).isZero();
    }

    private void useAll() {
        String collection = Given.openCollection();
        var submission = Given.submission(Given.figures("1.1", 75, "1.2.2", 75));
        String unit = "centre";
        assertThat(Given.report(collection, unit, submission).statusCode()).isEqualTo(201);
        assertThat(Given.report(collection, unit, submission, 1).statusCode()).isEqualTo(200);
        for (String path : List.of(
                "",
                "/history",
                "/stated-values",
                "/submissions",
                "/units/" + unit + "/submission",
                "/units/" + unit + "/submission/revisions")) {
            given().get("/v1/collections/{collection}" + path, collection)
                    .then()
                    .statusCode(200);
        }
        given().get(health).then().statusCode(200);
    }
}
