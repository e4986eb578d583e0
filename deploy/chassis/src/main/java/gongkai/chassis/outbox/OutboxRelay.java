package gongkai.chassis.outbox;

import gongkai.chassis.BackgroundLoop;
import gongkai.chassis.tracing.TraceContext;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Publishes the events of the outbox to Kafka, in order, at least once.
 *
 * <pre>
 *   WAITING ── lock acquired ──▶ LEADING: batch after batch
 *      ▲                            │
 *      └──────── any failure ───────┘
 * </pre>
 *
 * <p>One instance leads at a time: it holds an advisory lock of PostgreSQL while its connection lives. All leaders' producers share one
 * transactional id, so Kafka fences a leader that was paused while another took over. An older state is therefore never published after
 * a newer one, and compaction never keeps it.
 */
@ApplicationScoped
class OutboxRelay {

    private final DataSource database;
    private final OutboxStore store;
    private final EventPublishers publishers;
    private final TopicCheck topic;
    private final OutboxConfig config;
    private final BackgroundLoop loop;

    OutboxRelay(
            DataSource database, OutboxStore store, EventPublishers publishers, TopicCheck topic, OutboxConfig config) {
        this.database = database;
        this.store = store;
        this.publishers = publishers;
        this.topic = topic;
        this.config = config;
        this.loop = new BackgroundLoop("outbox-relay", config.retryDelay(), this::leadIfPossible);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            loop.start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended appended) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    boolean isHealthy() {
        return !config.enabled() || loop.isAlive();
    }

    private void leadIfPossible() throws SQLException, InterruptedException {
        try (var connection = database.getConnection();
                var lock = new RelayLock(connection)) {
            if (lock.tryAcquire()) {
                lead(connection);
            }
        }
        loop.pause(config.retryDelay());
    }

    private void lead(Connection connection) throws SQLException, InterruptedException {
        try (var publisher = publishers.open()) {
            topic.republishIfRecreated(connection);
            loop.proceeding();
            while (!loop.isStopping()) {
                int published = publish(connection, publisher);
                if (published < config.batchSize() && loop.await(config.pollInterval())) {
                    loop.pause(config.linger());
                }
            }
        }
    }

    private int publish(Connection connection, EventPublisher publisher) throws SQLException {
        List<OutboxRecord> batch = store.next(connection, config.batchSize());
        if (!batch.isEmpty()) {
            publisher.publish(batch);
            store.remove(connection, batch);
            batch.forEach(OutboxRelay::log);
        }
        return batch.size();
    }

    private static void log(OutboxRecord event) {
        TraceContext.under(event.traceparent(), () -> Log.infof("Published %s of %s", event.type(), event.key()));
    }
}
