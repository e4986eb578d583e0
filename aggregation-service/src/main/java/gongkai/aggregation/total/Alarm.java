package gongkai.aggregation.total;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    private final MeterRegistry metrics;
    private final Clock clock;

    Alarm(Session session, MeterRegistry metrics, Clock clock) {
        this.session = session;
        this.metrics = metrics;
        this.clock = clock;
    }

    void measure(@Observes StartupEvent event) {
        Gauge.builder("gongkai.totals.astray", () -> astray().size())
                .description("Collections whose totals differed from their last recount")
                .register(metrics);
    }

    /** In a transaction of its own: the one that found out ends in a refusal. */
    void raise(String collection, long revision) {
        Log.errorf("The totals of %s have gone astray at revision %d", collection, revision);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(RAISE)
                        .setParameter("collection", collection)
                        .setParameter("revision", revision)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    void clear(String collection) {
        QuarkusTransaction.joiningExisting()
                .run(() -> session.createNativeMutationQuery(CLEAR)
                        .setParameter("collection", collection)
                        .executeUpdate());
    }

    List<String> astray() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> session.createNativeQuery(ALL, String.class).getResultList());
    }
}
