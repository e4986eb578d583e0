package gongkai.aggregation.recount;

import gongkai.chassis.metrics.PolledGauge;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;

/**
 * The collections whose totals a recount has found wrong. They are stored in the database, so that all instances and a restarted one know them.
 * They are the metric {@code gongkai_totals_astray}, and the health group {@code data} is down, until a recount finds them right.
 */
@ApplicationScoped
class RecountAlert {

    private static final String RAISE = """
            insert into totals_astray (collection, revision, found_at)
            values (:collection, :revision, :now)
            on conflict (collection) do nothing
            """;

    private static final String CLEAR = "delete from totals_astray where collection = :collection";

    private static final String ALL = "select collection from totals_astray order by collection";

    private final Session session;
    private final Clock clock;
    private final Counter equal;
    private final Counter astray;
    private final PolledGauge<Integer> count = new PolledGauge<>(() -> astray().size());

    RecountAlert(Session session, MeterRegistry metrics, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.equal = recounts("equal", metrics);
        this.astray = recounts("astray", metrics);
        Gauge.builder("gongkai.totals.astray", count, gauge -> gauge.value(Integer::doubleValue))
                .description("Collections whose totals differed from their last recount")
                .register(metrics);
    }

    private static Counter recounts(String outcome, MeterRegistry metrics) {
        return Counter.builder("gongkai.recounts")
                .description("Recounts of a collection's totals, by whether they found them right")
                .tag("outcome", outcome)
                .register(metrics);
    }

    @Scheduled(every = "{metrics.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        count.poll();
    }

    /** In a transaction of its own: the caller's is rolled back. */
    void raise(String collection, long revision) {
        astray.increment();
        Log.errorf("The totals of %s have gone astray at revision %d", collection, revision);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(RAISE)
                        .setParameter("collection", collection)
                        .setParameter("revision", revision)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    /** A recount has found them right. */
    void clear(String collection) {
        equal.increment();
        QuarkusTransaction.joiningExisting()
                .run(() -> session.createNativeMutationQuery(CLEAR)
                        .setParameter("collection", collection)
                        .executeUpdate());
    }

    List<String> astray() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> session.createNativeQuery(ALL, String.class)
                        .addScalar("collection", String.class)
                        .getResultList());
    }
}
