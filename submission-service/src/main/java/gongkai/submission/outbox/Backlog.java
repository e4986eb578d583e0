package gongkai.submission.outbox;

import gongkai.submission.measure.Lookup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How much Kafka has not been told, and for how long: as metrics. */
@ApplicationScoped
class Backlog {

    record Waiting(long events, double oldestSeconds) {}

    /** After an outage of days there may be millions: then it is enough to know that there are many. */
    private static final String WAITING = """
            select
              (select count(*) from (select from outbox limit 100000) as first) as events,
              coalesce((
                select extract(epoch from now() - created_at)
                from outbox
                order by id
                limit 1), 0) as oldest
            """;

    private final DataSource database;
    private final Lookup<Waiting> waiting = new Lookup<>(this::ask);

    Backlog(DataSource database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("gongkai.outbox", waiting, lookup -> lookup.value(Waiting::events))
                .baseUnit("events")
                .description("Events that Kafka has not been told of; no more than 100000 are counted")
                .register(metrics);
        Gauge.builder("gongkai.outbox.oldest", waiting, lookup -> lookup.value(Waiting::oldestSeconds))
                .baseUnit("seconds")
                .description("How long the first of them has waited; 0 while none does")
                .register(metrics);
    }

    @Scheduled(every = "{measure.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        waiting.look();
    }

    private Waiting ask() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var row = statement.executeQuery()) {
            row.next();
            return new Waiting(row.getLong("events"), row.getDouble("oldest"));
        }
    }
}
