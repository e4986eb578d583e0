package gongkai.aggregation.total;

import gongkai.aggregation.measure.Lookup;
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
 * Which totals a recount has found to be wrong. It stands in the database, so that every instance knows, and a restart does not forget.
 * It is the metric {@code gongkai_totals_astray}, and takes the health group {@code data} down, until a recount finds them right.
 */
@ApplicationScoped
class Alarm {

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
    private final Lookup<Integer> count = new Lookup<>(() -> astray().size());

    Alarm(Session session, MeterRegistry metrics, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.equal = recounts("equal", metrics);
        this.astray = recounts("astray", metrics);
        Gauge.builder("gongkai.totals.astray", count, lookup -> lookup.value(Integer::doubleValue))
                .description("Collections whose totals differed from their last recount")
                .register(metrics);
    }

    private static Counter recounts(String outcome, MeterRegistry metrics) {
        return Counter.builder("gongkai.recounts")
                .description("Recounts of a collection's totals, by whether they found them right")
                .tag("outcome", outcome)
                .register(metrics);
    }

    @Scheduled(every = "{measure.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        count.look();
    }

    /** In a transaction of its own: the one that found out ends in a refusal. */
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
