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
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells those who wait for it that the totals of a collection have moved on, whichever instance of the service moved them.
 *
 * <p>It asks the database, ten times a second, for the clocks of all the collections that somebody waits for: one short question
 * for all of them together, and none while nobody waits. Nobody who waits holds a thread or a connection.
 */
@ApplicationScoped
public class Watch {

    /** As many as may wait at a time. Each costs a few hundred bytes here, and an open connection to its client. */
    private static final int PLACES = 2_000;

    private static final long INTERVAL_MILLIS = 100;

    private static final String CLOCKS = "select code, revision from collection where code = any (?)";

    private record Waiting(String collection, long revision, UniEmitter<? super Long> told) {}

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
     * The first revision beyond this one that is seen. It may never come: who waits says for how long.
     *
     * @throws TooManyWait where every place is taken
     */
    public Uni<Long> beyond(String collection, long revision) {
        return Uni.createFrom().emitter(told -> {
            if (!places.tryAcquire()) {
                told.fail(new TooManyWait());
                return;
            }
            var one = new Waiting(collection, revision, told);
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
                    tell(clocks());
                    failing = false;
                } catch (SQLException | RuntimeException e) {
                    // Said once, not ten times a second: whoever waits goes on waiting, and hears of it when the
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

    private Map<String, Long> clocks() throws SQLException {
        String[] codes = waiting.stream().map(Waiting::collection).distinct().toArray(String[]::new);
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(CLOCKS)) {
            question.setArray(1, connection.createArrayOf("text", codes));
            Map<String, Long> clocks = new HashMap<>();
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    clocks.put(rows.getString(1), rows.getLong(2));
                }
            }
            return clocks;
        }
    }

    private void tell(Map<String, Long> clocks) {
        for (Waiting one : waiting) {
            long revision = clocks.getOrDefault(one.collection(), 0L);
            if (revision > one.revision()) {
                leave(one);
                one.told().complete(revision);
            }
        }
    }
}
