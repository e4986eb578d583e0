package gongkai.chassis.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.deadletter.DeadLetters;
import gongkai.chassis.deadletter.EventReplay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Processes events in batches. An event that no retry will help becomes a dead letter. */
@ApplicationScoped
class EventProcessor implements EventReplay {

    /** PostgreSQL's classes of errors that a retry cannot cure: data exceptions and integrity constraint violations. */
    private static final List<String> PERMANENT_ERRORS = List.of("22", "23");

    private final EventHandler<Object> handler;
    private final ObjectMapper json;
    private final PartitionOffsets offsets;
    private final DeadLetters deadLetters;

    @SuppressWarnings("unchecked") // It is given only what it read itself.
    EventProcessor(EventHandler<?> handler, ObjectMapper json, PartitionOffsets offsets, DeadLetters deadLetters) {
        this.handler = (EventHandler<Object>) handler;
        this.json = json;
        this.offsets = offsets;
        this.deadLetters = deadLetters;
    }

    /**
     * Processes the events in one transaction. An exception that leaves this method may pass, so the caller retries: nothing was
     * applied, or applying it again changes nothing.
     */
    void process(List<ConsumerRecord<byte[], byte[]>> events) {
        try {
            List<Object> batch = QuarkusTransaction.requiringNew().call(() -> apply(events));
            if (!batch.isEmpty()) {
                handler.committed(batch);
            }
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                throw e;
            }
            // One event fails the transaction of all: halve the batch until that event stands alone.
            if (events.size() == 1) {
                QuarkusTransaction.requiringNew().run(() -> {
                    offsets.advance(events);
                    deadLetters.add(events.get(0), unstorable(e));
                });
            } else {
                int half = events.size() / 2;
                process(events.subList(0, half));
                process(events.subList(half, events.size()));
            }
        }
    }

    private List<Object> apply(List<ConsumerRecord<byte[], byte[]>> events) {
        List<Object> batch = new ArrayList<>();
        Map<ConsumerRecord<byte[], byte[]>, String> unreadable = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : events) {
            try {
                read(event).ifPresent(batch::add);
            } catch (UnreadableEvent e) {
                unreadable.put(event, e.getMessage());
            }
        }
        if (!batch.isEmpty()) {
            handler.handle(batch);
        }
        offsets.advance(events);
        // Before the commit: an event may become a dead letter twice, but its offset never moves without one.
        unreadable.forEach(deadLetters::add);
        return batch;
    }

    private Optional<Object> read(ConsumerRecord<byte[], byte[]> event) throws UnreadableEvent {
        return Optional.ofNullable(handler.read(new InboundEvent(event, json)));
    }

    @Override
    public Optional<String> replay(ConsumerRecord<byte[], byte[]> event) {
        try {
            List<Object> batch = read(event).stream().toList();
            if (!batch.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> handler.handle(batch));
            }
            return Optional.empty();
        } catch (UnreadableEvent e) {
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
                && PERMANENT_ERRORS.contains(sql.getSQLState().substring(0, 2)));
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
