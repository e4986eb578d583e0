package gongkai.publication.intake;

import gongkai.publication.report.ReceivedTotals;
import gongkai.publication.report.ReportUpdater;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes totals in: those that can be stored together, those that never can to the dead letters. */
@ApplicationScoped
class TotalsIntake {

    /** What PostgreSQL calls a value it cannot store, and a value that breaks a constraint. */
    private static final List<String> NO_RETRY_HELPS = List.of("22", "23");

    private final EventReader reader;
    private final ReportUpdater updater;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final Freshness freshness;

    TotalsIntake(
            EventReader reader,
            ReportUpdater updater,
            Positions positions,
            DeadLetters deadLetters,
            Freshness freshness) {
        this.reader = reader;
        this.updater = updater;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.freshness = freshness;
    }

    /**
     * Stores the totals in one transaction. A failure that leaves here is one that may pass: nothing has been stored, or what has
     * been stored will change nothing when it comes again.
     */
    void take(List<ConsumerRecord<byte[], byte[]>> events) {
        try {
            freshness.of(QuarkusTransaction.requiringNew().call(() -> store(events)));
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            // One of them spoils the transaction for all: halve until it stands alone.
            if (events.size() == 1) {
                QuarkusTransaction.requiringNew().run(() -> {
                    positions.advance(events);
                    deadLetters.put(events.get(0), unstorable(e));
                });
            } else {
                int half = events.size() / 2;
                take(events.subList(0, half));
                take(events.subList(half, events.size()));
            }
        }
    }

    private List<ReceivedTotals> store(List<ConsumerRecord<byte[], byte[]>> events) {
        var arrived = new ArrayList<ReceivedTotals>();
        Map<ConsumerRecord<byte[], byte[]>, String> refused = new LinkedHashMap<>();
        for (var event : events) {
            try {
                arrived.add(reader.read(event));
            } catch (Unreadable e) {
                refused.put(event, e.getMessage());
            }
        }
        updater.update(arrived);
        positions.advance(events);
        // Before the transaction ends: an event may be put away twice, but is not passed over before it is.
        refused.forEach(deadLetters::put);
        return arrived;
    }

    /**
     * Takes in again what was a dead letter. The place from which the log is read on stays where it is.
     *
     * @return why not; nothing where it was taken in
     */
    Optional<String> replay(ConsumerRecord<byte[], byte[]> event) {
        try {
            ReceivedTotals arrived = reader.read(event);
            QuarkusTransaction.requiringNew().run(() -> updater.update(List.of(arrived)));
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            return Optional.of(unstorable(e));
        }
    }

    private static String unstorable(Throwable failure) {
        return "it cannot be stored: " + rootCause(failure).getMessage();
    }

    private static boolean mayPass(Throwable failure) {
        return !(rootCause(failure) instanceof SQLException sql
                && sql.getSQLState() != null
                && NO_RETRY_HELPS.contains(sql.getSQLState().substring(0, 2)));
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
