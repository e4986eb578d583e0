package gongkai.publication.outbox;

import gongkai.publication.log.Logs;
import gongkai.publication.trace.Trace;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells Kafka what stands in the outbox, in order, at least once.
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
    private final OutboxProducers producers;
    private final Logs logs;
    private final Event<LogIsNew> renewals;
    private final OutboxConfig config;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-relay");

    /** Only the relay's own thread looks at it. */
    private boolean failing;

    OutboxRelay(
            DataSource database,
            OutboxProducers producers,
            Logs logs,
            Event<LogIsNew> renewals,
            OutboxConfig config,
            Clock clock) {
        this.database = database;
        this.producers = producers;
        this.logs = logs;
        this.renewals = renewals;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended appended) {
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
                var batch = outbox.first(config.batchSize(), clock.instant());
                if (!batch.isEmpty()) {
                    producer.publish(batch);
                    outbox.remove(batch);
                    batch.forEach(OutboxRelay::log);
                }
                if (batch.size() < config.batchSize()
                        && work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
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
            renewals.fire(new LogIsNew());
            outbox.remember(log);
        }
    }

    private static void log(OutboxQueue.Entry told) {
        Trace.under(told.traceparent(), () -> Log.infof("Told %s of %s", told.type(), told.key()));
    }
}
