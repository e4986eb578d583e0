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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TotalsArrivalTest {

    private final String report = "arrival-" + UUID.randomUUID();

    @Inject
    TotalsArrival arrival;

    @Inject
    Reports reports;

    @Inject
    Session session;

    @Inject
    SessionFactory sessions;

    /** What is ahead of its source is an alarm, also for other tests. */
    @AfterEach
    void the_source_is_what_it_was() {
        arrival.take(List.of(again(9)));
    }

    @Test
    void a_report_rests_on_the_latest_of_a_batch_in_whatever_order_they_come() {
        arrival.take(List.of(totals(7), totals(9), totals(8), totals(9)));

        assertThat(known()).isEqualTo(9);
    }

    @Test
    void many_reports_take_as_many_round_trips_as_one() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            arrival.take(LongStream.rangeClosed(6, 9)
                    .boxed()
                    .flatMap(
                            revision -> Stream.of(totals(revision), arrived("neighbour-of-" + report, revision, false)))
                    .toList());

            assertThat(executions(statistics, "into report")).isEqualTo(1);
            assertThat(executions(statistics, "update report")).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /** What else is going on has statements of its own. */
    private static long executions(Statistics statistics, String sql) {
        return Stream.of(statistics.getQueries())
                .filter(query -> query.contains(sql))
                .mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount())
                .sum();
    }

    @Test
    void a_source_that_tells_again_and_never_comes_to_what_is_known_was_set_back() {
        arrival.take(List.of(totals(9)));

        arrival.take(List.of(again(7), again(8)));

        assertThat(known()).isEqualTo(9);
        assertThat(reports.aheadOfTheirSource()).contains(report + " 9 (8)");
    }

    @Test
    void a_source_that_tells_again_what_is_known_was_not_set_back() {
        arrival.take(List.of(totals(9)));
        arrival.take(List.of(again(7)));

        arrival.take(List.of(again(8), again(9), totals(8)));

        assertThat(reports.aheadOfTheirSource()).noneMatch(ahead -> ahead.startsWith(report));
    }

    @Test
    void what_is_told_for_the_first_time_does_not_hide_that_its_source_was_set_back() {
        arrival.take(List.of(totals(9)));

        arrival.take(List.of(again(7), totals(8)));

        assertThat(reports.aheadOfTheirSource()).contains(report + " 9 (7)");
    }

    private ArrivedTotals totals(long revision) {
        return arrived(report, revision, false);
    }

    private ArrivedTotals again(long revision) {
        return arrived(report, revision, true);
    }

    private static ArrivedTotals arrived(String report, long revision, boolean again) {
        SampleTotals totals = SampleTotals.asPublished().of(report).revision(revision);
        return new ArrivedTotals(totals.read(), totals.json(), null, again);
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
