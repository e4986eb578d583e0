package gongkai.aggregation.intake;

import gongkai.aggregation.total.Tally;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes events in: those that can be applied together, those that never can to the dead letters. */
@ApplicationScoped
class SubmissionIntake {

    /** What PostgreSQL calls a value it cannot store, and a value that breaks a constraint. */
    private static final List<String> NO_RETRY_HELPS = List.of("22", "23");

    private final EventReader reader;
    private final Tally tally;
    private final Positions positions;
    private final DeadLetters deadLetters;

    SubmissionIntake(EventReader reader, Tally tally, Positions positions, DeadLetters deadLetters) {
        this.reader = reader;
        this.tally = tally;
        this.positions = positions;
        this.deadLetters = deadLetters;
    }

    /**
     * Applies the events in one transaction. A failure that leaves here is one that may pass: nothing has been applied, or what has
     * been applied will change nothing when it comes again.
     */
    void take(List<ConsumerRecord<byte[], byte[]>> events) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(events));
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            // One of them spoils the transaction for all: halve until it stands alone.
            if (events.size() == 1) {
                deadLetters.put(
                        events.get(0), "it cannot be stored: " + rootCause(e).getMessage());
                QuarkusTransaction.requiringNew().run(() -> positions.advance(events));
            } else {
                int half = events.size() / 2;
                take(events.subList(0, half));
                take(events.subList(half, events.size()));
            }
        }
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> events) {
        var batch = new Batch();
        Map<ConsumerRecord<byte[], byte[]>, String> refused = new LinkedHashMap<>();
        for (var event : events) {
            try {
                reader.read(event, batch);
            } catch (Unreadable e) {
                refused.put(event, e.getMessage());
            }
        }
        tally.take(batch.announced(), batch.received());
        positions.advance(events);
        // Before the transaction ends: an event may be put away twice, but is not passed over before it is.
        refused.forEach(deadLetters::put);
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
