package gongkai.chassis.deadletter;

import gongkai.chassis.metrics.PolledGauge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A metric: the number of dead letters that wait for a replay. */
@ApplicationScoped
class DeadLetterGauge {

    private static final String WAITING = "select count(*) from dead_letter where state = 'WAITING'";

    private final DataSource database;
    private final PolledGauge<Long> waiting = new PolledGauge<>(this::query);

    DeadLetterGauge(DataSource database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("gongkai.dead.letters", waiting, gauge -> gauge.value(Long::doubleValue))
                .description("Dead letters that wait for a replay")
                .register(metrics);
    }

    @Scheduled(every = "{metrics.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        waiting.poll();
    }

    private long query() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
