package gongkai.chassis.audit;

import gongkai.chassis.BackgroundLoop;
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
import javax.sql.DataSource;

/**
 * Appends audit entries to their chain a moment after they are committed. Appending inside the transaction would serialise all writes
 * of a bureau. One instance at a time does it; another can take over with the next round.
 */
@ApplicationScoped
class HashChainWriter {

    /** A round of this size takes a fraction of a second. */
    private static final int BATCH = 1_000;

    /**
     * Longer than any transaction. Ids are assigned in order but committed in any, so that a smaller one can appear after a greater one
     * within this time.
     */
    private static final Duration MAX_TRANSACTION = Duration.ofMinutes(10);

    private final HashChain chain;
    private final DataSource database;
    private final Clock clock;
    private final Duration interval;
    private final BackgroundLoop loop;

    // Only the loop's own thread uses these.
    private long behind;
    private long earlier;
    private long known;
    private Instant knownSince;

    HashChainWriter(HashChain chain, DataSource database, AuditConfig config, Clock clock) {
        this.chain = chain;
        this.database = database;
        this.clock = clock;
        this.knownSince = clock.instant();
        this.interval = config.sealInterval();
        this.loop = new BackgroundLoop("audit-chain-writer", interval, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    private void round() throws InterruptedException {
        Optional<HashChain.Round> round;
        do {
            round = QuarkusTransaction.requiringNew().call(this::append);
            round.ifPresent(this::remember);
        } while (round.filter(done -> !done.isLast()).isPresent() && !loop.isStopping());
        loop.pause(interval);
    }

    private Optional<HashChain.Round> append() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return chain.lengthen(connection, behind, BATCH);
        }
    }

    /** Every id before an entry that was appended so long ago has appeared by now, and is in the chain. */
    private void remember(HashChain.Round round) {
        known = Math.max(known, round.upTo());
        if (round.isLast() && knownSince.plus(MAX_TRANSACTION).isBefore(clock.instant())) {
            behind = earlier;
            earlier = known;
            knownSince = clock.instant();
        }
    }
}
