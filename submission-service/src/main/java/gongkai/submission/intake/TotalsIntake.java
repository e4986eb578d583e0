package gongkai.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.submission.trace.Trace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in what the aggregation-service says of totals, and tells whoever reports them upwards; what cannot be read goes to the dead letters. */
@ApplicationScoped
class TotalsIntake {

    /** What PostgreSQL calls a value it cannot store, and a value that breaks a constraint. */
    private static final List<String> NO_RETRY_HELPS = List.of("22", "23");

    /** Totals, and the trace of the request that caused them; null for none. */
    private record Heard(TotalsArrived totals, String trace) {

        Heard newer(Heard other) {
            return other.totals.revision() > totals.revision() ? other : this;
        }
    }

    private final EventReader reader;
    private final Event<TotalsArrived> arrivals;
    private final Event<TotalsMoved> moves;
    private final Event<KnownElsewhere> knowledge;
    private final Positions positions;
    private final DeadLetters deadLetters;

    TotalsIntake(
            EventReader reader,
            Event<TotalsArrived> arrivals,
            Event<TotalsMoved> moves,
            Event<KnownElsewhere> knowledge,
            Positions positions,
            DeadLetters deadLetters) {
        this.reader = reader;
        this.arrivals = arrivals;
        this.moves = moves;
        this.knowledge = knowledge;
        this.positions = positions;
        this.deadLetters = deadLetters;
    }

    /**
     * Tells of the totals in one transaction. A failure that leaves here is one that may pass: nothing has been done, or what
     * has been done will change nothing when it comes again.
     */
    void take(List<ConsumerRecord<byte[], byte[]>> events) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store(events));
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

    private void store(List<ConsumerRecord<byte[], byte[]>> events) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        Map<ConsumerRecord<byte[], byte[]>, String> refused = new LinkedHashMap<>();
        for (var event : events) {
            try {
                read(event).ifPresent(news -> heard.merge(news.totals().collection(), news, Heard::newer));
                reader.readAgain(event).ifPresent(knowledge::fire);
            } catch (Unreadable e) {
                refused.put(event, e.getMessage());
            }
        }
        tell(heard.values(), events);
        positions.advance(events);
        // Before the transaction ends: an event may be put away twice, but is not passed over before it is.
        refused.forEach(deadLetters::put);
    }

    private Optional<Heard> read(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        return reader.read(event).map(totals -> new Heard(totals, Trail.of(event)));
    }

    private void tell(Collection<Heard> heard, List<ConsumerRecord<byte[], byte[]>> events) {
        heard.forEach(news -> Trace.under(news.trace(), () -> arrivals.fire(news.totals())));
        moves.fire(new TotalsMoved(events.stream()
                .filter(event -> event.key() != null)
                .map(event -> new String(event.key(), UTF_8))
                .collect(Collectors.toSet())));
    }

    /**
     * Takes in again what was a dead letter. The place from which the log is read on stays where it is.
     *
     * @return why not; nothing where it was taken in
     */
    Optional<String> replay(ConsumerRecord<byte[], byte[]> event) {
        try {
            Optional<Heard> heard = read(event);
            QuarkusTransaction.requiringNew().run(() -> tell(heard.stream().toList(), List.of(event)));
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
