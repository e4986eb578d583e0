package gongkai.chassis.outbox;

import gongkai.chassis.metrics.PolledGauge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Metrics: the number of events that wait in the outbox, and the age of the oldest. */
@ApplicationScoped
class OutboxGauges {

    private record Backlog(long events, double oldestSeconds) {}

    private final DataSource database;
    private final OutboxStore store;
    private final OutboxConfig config;
    private final PolledGauge<Backlog> backlog = new PolledGauge<>(this::query);

    OutboxGauges(DataSource database, OutboxStore store, OutboxConfig config) {
        this.database = database;
        this.store = store;
        this.config = config;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        if (config.enabled()) {
            Gauge.builder("gongkai.outbox", backlog, gauge -> gauge.value(Backlog::events))
                    .baseUnit("events")
                    .description("Events that wait to be published; no more than 100000 are counted")
                    .register(metrics);
            Gauge.builder("gongkai.outbox.oldest", backlog, gauge -> gauge.value(Backlog::oldestSeconds))
                    .baseUnit("seconds")
                    .description("The age of the first of them; 0 if none waits")
                    .register(metrics);
        }
    }

    @Scheduled(every = "{metrics.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        if (config.enabled()) {
            backlog.poll();
        }
    }

    private Backlog query() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(store.backlogQuery());
                var row = statement.executeQuery()) {
            row.next();
            return new Backlog(row.getLong("events"), row.getDouble("oldest"));
        }
    }
}
