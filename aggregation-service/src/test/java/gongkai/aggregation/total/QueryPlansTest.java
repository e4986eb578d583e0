package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
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
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    @Inject
    SessionFactory sessions;

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    private Statistics statistics;
    private final String collection = Given.code();

    @BeforeEach
    void count() throws Exception {
        statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        updater.update(
                List.of(json.readValue(announcement(collection, 1, "office", "station"), CollectionAnnounced.class)),
                List.of());
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void what_was_asked_before_is_not_planned_anew() throws Exception {
        useAll(1);
        statistics.clear();

        for (int time = 0; time < OFTEN; time++) {
            useAll(2 + time);
        }

        assertThat(statistics.getQueryPlanCacheHitCount()).isPositive();
        assertThat(statistics.getQueryPlanCacheMissCount()).isZero();
    }

    private void useAll(long revision) throws Exception {
        updater.update(
                List.of(),
                List.of(json.readValue(
                        submission(collection, "station", revision, "'1.1': 7"), SubmissionReceived.class)));
        for (String path : List.of(
                "",
                "?revision=2",
                "?at=2030-01-01T00:00:00Z",
                "?after=station@1",
                "/indicators/1.1",
                "/by-kind",
                "/compare?with=" + collection,
                "/progress",
                "/findings")) {
            given().get("/v1/totals/{collection}" + path, collection).then().statusCode(200);
        }
        given().get(health).then().statusCode(200);
    }
}
