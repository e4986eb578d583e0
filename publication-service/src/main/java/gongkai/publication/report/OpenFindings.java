package gongkai.publication.report;

import gongkai.chassis.metrics.PolledGauge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** How many rules the totals break that reports rest on: as metrics. */
@ApplicationScoped
class OpenFindings {

    record Counted(long errors, long warnings) {}

    private static final String COUNT = """
            select coalesce(sum(errors), 0) as errors, coalesce(sum(warnings), 0) as warnings
            from report
            """;

    private final DataSource database;
    private final MeterRegistry metrics;
    private final PolledGauge<Counted> counted = new PolledGauge<>(this::count);

    OpenFindings(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
        gauge("error", Counted::errors);
        gauge("warning", Counted::warnings);
    }

    private void gauge(String severity, ToDoubleFunction<Counted> count) {
        Gauge.builder("gongkai.findings.open", counted, lookup -> lookup.value(count))
                .description("Rules that the latest totals break, over all reports")
                .tag("severity", severity)
                .register(metrics);
    }

    @Scheduled(every = "{metrics.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        counted.poll();
    }

    private Counted count() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNT);
                var row = statement.executeQuery()) {
            row.next();
            return new Counted(row.getLong("errors"), row.getLong("warnings"));
        }
    }
}
