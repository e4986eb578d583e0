package gongkai.aggregation.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** What happened and Kafka has not yet been told. */
@ApplicationScoped
public class Outbox {

    /** Something was appended; worth a look once its transaction has committed. */
    record Appended() {}

    /** One statement however many events: a batch of submissions may touch hundreds of collections. */
    private static final String APPEND = """
            insert into outbox (collection, key, type, payload, created_at)
            select event.*, :now
            from unnest(:collections, :keys, :types, :payloads) as event
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Appended> appended;

    Outbox(EntityManager entities, ObjectMapper json, Clock clock, Event<Appended> appended) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
        this.appended = appended;
    }

    /** Records the events in the caller's transaction: either both the changes and their events happen, or neither. */
    @Transactional(TxType.MANDATORY)
    public void append(List<? extends OutboundEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        entities.createNativeQuery(APPEND)
                .setParameter("collections", each(events, OutboundEvent::collection))
                .setParameter("keys", each(events, OutboundEvent::key))
                .setParameter("types", each(events, OutboundEvent::type))
                .setParameter("payloads", each(events, this::payload))
                .setParameter("now", clock.instant())
                .executeUpdate();
        appended.fire(new Appended());
    }

    private static String[] each(List<? extends OutboundEvent> events, Function<OutboundEvent, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }

    private String payload(OutboundEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event %s of %s cannot be written".formatted(event.type(), event.key()), e);
        }
    }
}
