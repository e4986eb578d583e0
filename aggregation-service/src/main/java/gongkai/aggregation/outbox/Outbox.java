package gongkai.aggregation.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What happened and Kafka has not yet been told. */
@ApplicationScoped
public class Outbox {

    /** Something was appended; worth a look once its transaction has committed. */
    record Appended() {}

    private static final String APPEND = """
            insert into outbox (collection, key, type, payload, created_at)
            select event.*, :now
            from unnest(:collections, :keys, :types, :payloads) as event
            """;

    /** Events of one statement: a batch may touch hundreds of collections, and not all of their events fit in the memory at once. */
    private static final int TOGETHER = 50;

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
    public void append(Stream<? extends OutboundEvent> events) {
        List<OutboundEvent> together = new ArrayList<>();
        events.forEach(event -> {
            together.add(event);
            if (together.size() == TOGETHER) {
                insert(together);
                together.clear();
            }
        });
        if (!together.isEmpty()) {
            insert(together);
        }
        appended.fire(new Appended());
    }

    private void insert(List<OutboundEvent> events) {
        entities.createNativeQuery(APPEND)
                .setParameter("collections", each(events, OutboundEvent::collection))
                .setParameter("keys", each(events, OutboundEvent::key))
                .setParameter("types", each(events, OutboundEvent::type))
                .setParameter("payloads", each(events, this::payload))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static String[] each(List<OutboundEvent> events, Function<OutboundEvent, String> part) {
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
