package gongkai.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportUpdaterTest {

    private final String report = "updated-" + UUID.randomUUID();

    @Inject
    ReportUpdater updater;

    @Inject
    Session session;

    @Inject
    SessionFactory sessions;

    @Test
    void a_report_rests_on_the_latest_of_a_batch_in_whatever_order_they_come() {
        updater.update(List.of(totals(7), totals(9), totals(8), totals(9)));

        assertThat(known()).isEqualTo(9);
    }

    @Test
    void many_reports_take_as_many_round_trips_as_one() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            updater.update(LongStream.rangeClosed(6, 9)
                    .boxed()
                    .flatMap(revision -> Stream.of(totals(revision), received("neighbour-of-" + report, revision)))
                    .toList());

            assertThat(executions(statistics, "into report")).isEqualTo(1);
            assertThat(executions(statistics, "update report")).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** Other work that is going on has other statements. */
    private static long executions(Statistics statistics, String sql) {
        return Stream.of(statistics.getQueries())
                .filter(query -> query.contains(sql))
                .mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount())
                .sum();
    }

    private ReceivedTotals totals(long revision) {
        return received(report, revision);
    }

    private static ReceivedTotals received(String report, long revision) {
        SampleTotals totals = SampleTotals.asPublished().of(report).revision(revision);
        return new ReceivedTotals(totals.read(), totals.json(), null);
    }

    private long known() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(
                                "select totals_revision from report where code = :report", Long.class)
                        .addScalar("totals_revision", Long.class)
                        .setParameter("report", report)
                        .getSingleResult());
    }
}
