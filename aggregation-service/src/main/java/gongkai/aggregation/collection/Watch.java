package gongkai.aggregation.collection;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells those who wait for it that the totals of a collection have moved on, or that they know of a unit's submission, whichever
 * instance of the service saw to it.
 *
 * <p>It asks the database, twenty times a second, how far all of what somebody waits for has come: one short question for all of them
 * together, and none while nobody waits. Nobody who waits holds a thread or a connection, or is woken for what others wait for.
 */
@ApplicationScoped
public class Watch {

    /** As many as may wait at a time. Each costs a few hundred bytes here, and an open connection to its client. */
    private static final int PLACES = 2_000;

    private static final long INTERVAL_MILLIS = 50;

    /** Instead of a unit's code, which is never empty: the collection itself. */
    private static final String ALL_UNITS = "";

    private static final String REVISIONS = """
            select asked.collection, asked.unit, case
              when asked.unit = '' then (
                select revision
                from collection
                where code = asked.collection)
              else (
                select revision
                from submission
                where collection = asked.collection and unit = asked.unit and until is null) end
            from unnest(?, ?) as asked (collection, unit)
            """;

    private record Waiting(UnitKey about, long revision, UniEmitter<? super Long> told) {}

    private final DataSource database;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore somebodyWaits = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "watch");

    Watch(DataSource database) {
        this.database = database;
    }

    /**
     * The first revision of the totals beyond this one that is seen. It may never come: who waits says for how long.
     *
     * @throws TooManyWait where every place is taken
     */
    public Uni<Long> beyond(String collection, long revision) {
        return beyond(new UnitKey(collection, ALL_UNITS), revision);
    }

    /**
     * The first revision of the unit's submission beyond this one that is known. It may never come: who waits says for how long.
     *
     * @throws TooManyWait where every place is taken
     */
    public Uni<Long> beyond(UnitKey unit, long revision) {
        return Uni.createFrom().emitter(told -> {
            if (!places.tryAcquire()) {
                told.fail(new TooManyWait());
                return;
            }
            var one = new Waiting(unit, revision, told);
            waiting.add(one);
            told.onTermination(() -> leave(one));
            somebodyWaits.release();
        });
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        somebodyWaits.release();
        thread.join();
    }

    /** Whether it told its news or was given up: its place is free again. */
    private void leave(Waiting one) {
        if (waiting.remove(one)) {
            places.release();
        }
    }

    private void run() {
        boolean failing = false;
        try {
            while (stopping.getCount() > 0) {
                if (waiting.isEmpty()) {
                    somebodyWaits.acquire();
                }
                somebodyWaits.drainPermits();
                try {
                    tell(revisions());
                    failing = false;
                } catch (SQLException | RuntimeException e) {
                    // Said once, not twenty times a second: whoever waits goes on waiting, and hears of it when the
                    // database is back.
                    if (!failing) {
                        Log.warn("Nobody hears of new totals for now", e);
                    }
                    failing = true;
                }
                stopping.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<UnitKey, Long> revisions() throws SQLException {
        List<UnitKey> asked = waiting.stream().map(Waiting::about).distinct().toList();
        Object[] collections = asked.stream().map(UnitKey::collection).toArray();
        Object[] units = asked.stream().map(UnitKey::unit).toArray();
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(REVISIONS)) {
            question.setArray(1, connection.createArrayOf("text", collections));
            question.setArray(2, connection.createArrayOf("text", units));
            Map<UnitKey, Long> revisions = new HashMap<>();
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    // 0, where there is none yet.
                    revisions.put(new UnitKey(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
            return revisions;
        }
    }

    private void tell(Map<UnitKey, Long> revisions) {
        for (Waiting one : waiting) {
            long revision = revisions.getOrDefault(one.about(), 0L);
            if (revision > one.revision()) {
                leave(one);
                one.told().complete(revision);
            }
        }
    }
}
