package gongkai.submission.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.hibernate.Session;

/** What happened and Kafka has not yet been told. */
@ApplicationScoped
public class Outbox {

    /** Something was appended; worth a look once its transaction has committed. */
    record Appended() {}

    private static final String WITH = "with change as (";

    private static final String APPEND = """
              returning 1)
            insert into outbox (collection, key, type, payload, traceparent, created_at)
            select ?, ?, ?, ?, ?, ? from change
            """;

    private final Session entities;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Appended> appended;

    Outbox(Session entities, ObjectMapper json, Clock clock, Event<Appended> appended) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
        this.appended = appended;
    }

    /** Records the event in the caller's transaction: either both the change and its event happen, or neither. */
    @Transactional(TxType.MANDATORY)
    public void append(OutboundEvent event) {
        entities.persist(new OutboxEntry(event, payload(event), Trace.current(), clock.instant()));
        appended.fire(new Appended());
    }

    /**
     * Makes a change and records its event in one statement, which is one round trip to the database instead of two. An insert that
     * turns out to have nothing to insert has no event either.
     *
     * @param insert inserts at most one row
     * @param values for its parameters
     * @return whether it was inserted
     */
    @Transactional(TxType.MANDATORY)
    public boolean append(OutboundEvent event, String insert, Object... values) {
        Object[] row = {event.collection(), event.key(), event.type(), payload(event), Trace.current(), clock.instant()
        };
        Object[] parameters = Stream.of(values, row).flatMap(Stream::of).toArray();
        int inserted = entities.doReturningWork(connection -> execute(connection, WITH + insert + APPEND, parameters));
        if (inserted == 0) {
            return false;
        }
        appended.fire(new Appended());
        return true;
    }

    private static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(
                        index + 1,
                        parameters[index] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[index]);
            }
            return statement.executeUpdate();
        }
    }

    private String payload(OutboundEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event %s of %s cannot be written".formatted(event.type(), event.key()), e);
        }
    }
}
