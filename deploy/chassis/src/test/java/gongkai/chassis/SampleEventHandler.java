package gongkai.chassis;

import gongkai.chassis.consumer.EventHandler;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.ProcessingDelay;
import gongkai.chassis.consumer.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Stores each sample's latest value; a value below zero breaks a constraint of the table. */
@ApplicationScoped
public class SampleEventHandler implements EventHandler<SampleEventHandler.SampleReceived> {

    public static final String TYPE = "gongkai.sample.v1";

    public record SampleReceived(String name, long value) {}

    private static final String STORE = """
            insert into sample (name, value)
            values (:name, :value)
            on conflict (name) do update set value = excluded.value
            """;

    private final Session session;
    private final ProcessingDelay delay;

    SampleEventHandler(Session session, ProcessingDelay delay) {
        this.session = session;
        this.delay = delay;
    }

    @Override
    public SampleReceived read(InboundEvent event) throws UnreadableEvent {
        if (!event.type().equals(TYPE)) {
            throw new UnreadableEvent("events of type %s mean nothing here".formatted(event.type()));
        }
        return event.data(SampleReceived.class);
    }

    @Override
    public void handle(List<SampleReceived> batch) {
        batch.forEach(sample -> session.createNativeMutationQuery(STORE)
                .setParameter("name", sample.name())
                .setParameter("value", sample.value())
                .executeUpdate());
    }

    @Override
    public void committed(List<SampleReceived> batch) {
        batch.forEach(sample -> delay.record(Instant.now()));
    }
}
