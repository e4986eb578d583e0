package gongkai.aggregation.outbox;

import gongkai.aggregation.log.Logs;
import gongkai.aggregation.trace.Trace;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells Kafka how the marked collections stand, at least once, each time no less than before.
 *
 * <pre>
 *   WAITING ── the lock is ours ──▶ LEADING: batch after batch
 *      ▲                               │
 *      └────────── any failure ────────┘
 * </pre>
 *
 * <p>One instance leads at a time: it holds an advisory lock of PostgreSQL for as long as its connection lives. A leader that was
 * paused while another took over is fenced by Kafka, because all leaders' producers share one transactional id. So an older
 * revision is never written after a newer one, and compaction never keeps it.
 */
@ApplicationScoped
class OutboxRelay {

    private final DataSource database;
    private final Newest newest;
    private final OutboxProducers producers;
    private final Logs logs;
    private final OutboxConfig config;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-relay");

    /** Only the relay's own thread looks at it. */
    private boolean failing;

    OutboxRelay(DataSource database, Newest newest, OutboxProducers producers, Logs logs, OutboxConfig config) {
        this.database = database;
        this.newest = newest;
        this.producers = producers;
        this.logs = logs;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Marked marked) {
        work.release();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        work.release();
        thread.join();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            do {
                try (Connection connection = database.getConnection();
                        var outbox = new OutboxQueue(connection)) {
                    if (outbox.lock()) {
                        lead(outbox);
                    }
                } catch (SQLException | RuntimeException e) {
                    // Said once, not at each attempt: the events wait in the outbox, and nothing is lost.
                    if (!failing) {
                        Log.warn("The outbox waits, for PostgreSQL or Kafka does not answer", e);
                    }
                    failing = true;
                }
            } while (!stopping.await(config.retry().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead(OutboxQueue outbox) throws SQLException, InterruptedException {
        try (var producer = producers.open()) {
            compare(outbox);
            failing = false;
            while (stopping.getCount() > 0) {
                var batch = outbox.first(config.batchSize());
                if (!batch.isEmpty()) {
                    var events = newest.of(batch.keySet());
                    producer.publish(events, batch);
                    outbox.remove(events);
                    events.forEach(
                            told -> log(told, batch.get(told.collection()).traceparent()));
                }
                if (batch.size() < config.batchSize()
                        && work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    if (stopping.await(config.gather().toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    work.drainPermits();
                }
            }
        }
    }

    /** Where Kafka was lost, the topic is another log than before: it is told everything again. */
    private void compare(OutboxQueue outbox) throws SQLException {
        String log = logs.of(config.topic());
        if (!outbox.isTold(log)) {
            Log.infof("%s is a new log (%s): it is told everything", config.topic(), log);
            outbox.tellAgain(log);
        }
    }

    private static void log(OutboundEvent told, String traceparent) {
        Trace.under(
                traceparent,
                () -> Log.infof("Told %s of %s at revision %d", told.type(), told.collection(), told.revision()));
    }
}
