package gongkai.aggregation.live;

import gongkai.aggregation.TotalsProblem;
import gongkai.aggregation.collection.UnitKey;
import gongkai.chassis.BackgroundLoop;
import gongkai.chassis.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Notifies waiting requests that the totals of a collection have a new revision, or that a unit's submission has been stored. The change
 * may have been made by any instance of the service.
 *
 * <p>It polls the database twenty times a second, with one short query for all waiting requests together, and not at all while none
 * waits. A waiting request holds neither a thread nor a connection, and is not woken for other changes.
 */
@ApplicationScoped
public class ChangeNotifier {

    /** Each waiting request costs a few hundred bytes, and an open connection to its client. */
    private static final int MAX_WAITING = 2_000;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** A new waiting request ends it. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);

    /** In place of a unit's code, which is never empty: the collection itself. */
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

    private record Waiting(UnitKey about, long revision, UniEmitter<? super Long> emitter) {}

    private final DataSource database;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(MAX_WAITING);
    private final BackgroundLoop loop = new BackgroundLoop("change-notifier", POLL_INTERVAL, this::poll);

    ChangeNotifier(DataSource database) {
        this.database = database;
    }

    /**
     * The first revision of the totals beyond this one. It may never come: the caller sets a timeout. Fails with
     * {@link TotalsProblem#TOO_MANY_WAIT} where every place is taken.
     */
    public Uni<Long> beyond(String collection, long revision) {
        return beyond(new UnitKey(collection, ALL_UNITS), revision);
    }

    /** The same of the revisions of a unit's submission. */
    public Uni<Long> beyond(UnitKey unit, long revision) {
        return Uni.createFrom().emitter(emitter -> {
            if (!places.tryAcquire()) {
                emitter.fail(new ProblemException(TotalsProblem.TOO_MANY_WAIT));
                return;
            }
            var request = new Waiting(unit, revision, emitter);
            waiting.add(request);
            emitter.onTermination(() -> remove(request));
            loop.wake();
        });
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    /** Called on completion and on cancellation; only the first call frees the place. */
    private void remove(Waiting request) {
        if (waiting.remove(request)) {
            places.release();
        }
    }

    private void poll() throws SQLException, InterruptedException {
        if (waiting.isEmpty()) {
            loop.await(IDLE_TIMEOUT);
            return;
        }
        complete(revisions());
        loop.pause(POLL_INTERVAL);
    }

    private Map<UnitKey, Long> revisions() throws SQLException {
        List<UnitKey> asked = waiting.stream().map(Waiting::about).distinct().toList();
        Object[] collections = asked.stream().map(UnitKey::collection).toArray();
        Object[] units = asked.stream().map(UnitKey::unit).toArray();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(REVISIONS)) {
            query.setArray(1, connection.createArrayOf("text", collections));
            query.setArray(2, connection.createArrayOf("text", units));
            Map<UnitKey, Long> revisions = new HashMap<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    // 0, where there is none yet.
                    revisions.put(new UnitKey(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
            return revisions;
        }
    }

    private void complete(Map<UnitKey, Long> revisions) {
        for (Waiting request : waiting) {
            long revision = revisions.getOrDefault(request.about(), 0L);
            if (revision > request.revision()) {
                remove(request);
                request.emitter().complete(revision);
            }
        }
    }
}
