package gongkai.publication.trail;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Seals what stands in the trail, a moment after it was committed: were the chain lengthened in the transaction of the change, all
 * offices would wait for one another. One instance at a time does it; another takes its place with the next round.
 */
@ApplicationScoped
class Sealer {

    /** A round of so many takes a fraction of a second. */
    private static final int BATCH = 1_000;

    /**
     * Longer than any transaction. Ids are given out in order but committed in any, so that a smaller one can turn up after a greater
     * one, for so long.
     */
    private static final Duration ANY_TRANSACTION = Duration.ofMinutes(10);

    private final Seals seals;
    private final DataSource database;
    private final SealConfig config;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "audit-sealer");

    // Only the sealer's own thread looks at these.
    private boolean failing;
    private long behind;
    private long earlier;
    private long known;
    private Instant knownSince;

    Sealer(Seals seals, DataSource database, SealConfig config, Clock clock) {
        this.seals = seals;
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.knownSince = clock.instant();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            do {
                try {
                    sealAll();
                    failing = false;
                } catch (SQLException | RuntimeException e) {
                    // Said once, not at each attempt: the entries wait, and can be seen to.
                    if (!failing) {
                        Log.warn("The audit trail waits to be sealed, for PostgreSQL does not answer", e);
                    }
                    failing = true;
                }
            } while (!stopping.await(config.poll().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealAll() throws SQLException {
        Optional<Seals.Round> round;
        do {
            round = QuarkusTransaction.requiringNew().call(this::seal);
            round.ifPresent(this::remember);
        } while (round.filter(done -> !done.isLast()).isPresent() && stopping.getCount() > 0);
    }

    private Optional<Seals.Round> seal() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return seals.lengthen(connection, behind, BATCH);
        }
    }

    /** Whatever could turn up before an entry that was sealed so long ago has turned up by now, and is sealed. */
    private void remember(Seals.Round round) {
        known = Math.max(known, round.upTo());
        if (round.isLast() && knownSince.plus(ANY_TRANSACTION).isBefore(clock.instant())) {
            behind = earlier;
            earlier = known;
            knownSince = clock.instant();
        }
    }
}
