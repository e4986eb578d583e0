package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
class QueryPlansTest {

    private static final int OFTEN = 5;

    @Inject
    TotalsFixture totalsFixture;

    @Inject
    SessionFactory sessions;

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
        String report = "report-" + UUID.randomUUID();
        var totals = SampleTotals.complete().of(report).withBureauCode("bureau-of-" + report);
        totalsFixture.receive(totals);
        totalsFixture.receive(totals);
        assertThat(new Clerk(report).published().statusCode()).isEqualTo(201);
        for (String path : List.of(
                "reports/" + report,
                "reports/" + report + "/draft",
                "reports/" + report + "/findings",
                "reports/" + report + "/narrative",
                "reports/" + report + "/approval",
                "reports/" + report + "/omissions",
                "reports/" + report + "/editions",
                "reports/" + report + "/editions/1",
                "reports/" + report + "/editions/1/signature",
                "reports",
                "series/1.1?bureau=bureau-of-" + report,
                "feed",
                "catalog")) {
            given().get("/v1/" + path).then().statusCode(200);
        }
        for (String path : List.of("/.well-known/jwks.json")) {
            given().get(path).then().statusCode(200);
        }
    }
}
