package gongkai.submission.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** What happened and Kafka has not yet been told. */
@ApplicationScoped
public class Outbox {

    /** Something was appended; worth a look once its transaction has committed. */
    record Appended() {}

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

    /** Records the event in the caller's transaction: either both the change and its event happen, or neither. */
    @Transactional(TxType.MANDATORY)
    public void append(OutboundEvent event) {
        entities.persist(new OutboxEntry(event, payload(event), Trace.current(), clock.instant()));
        appended.fire(new Appended());
    }

    private String payload(OutboundEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event %s of %s cannot be written".formatted(event.type(), event.key()), e);
        }
    }
}
