package gongkai.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** The transactional outbox: events are stored with the change that they describe, and published after it has committed. */
@ApplicationScoped
public class Outbox {

    /** The relay has work once the current transaction has committed. */
    record Appended() {}

    private static final String APPEND = """
            insert into outbox (partition_key, key, type, payload, headers, traceparent, created_at)
            values (?, ?, ?, ?, cast(? as jsonb), ?, ?)
            """;

    private final Session session;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Appended> appended;

    Outbox(Session session, ObjectMapper json, Clock clock, Event<Appended> appended) {
        this.session = session;
        this.json = json;
        this.clock = clock;
        this.appended = appended;
    }

    /** Stores the event in the caller's transaction: the change and its event are committed together or not at all. */
    @Transactional(TxType.MANDATORY)
    public void append(OutboundEvent event) {
        session.doWork(connection -> insert(connection, event));
        wake();
    }

    /** Wakes the relay when the current transaction has committed, or at once outside of one. */
    public void wake() {
        appended.fire(new Appended());
    }

    private void insert(Connection connection, OutboundEvent event) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, event.partitionKey());
            statement.setString(2, event.key());
            statement.setString(3, event.type());
            statement.setString(4, json(event, event));
            statement.setString(5, json(event, event.headers()));
            statement.setString(6, TraceContext.current());
            statement.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private String json(OutboundEvent event, Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event %s of %s cannot be written".formatted(event.type(), event.key()), e);
        }
    }
}
