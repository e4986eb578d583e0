package gongkai.publication.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One event on its way to Kafka; the relay reads and deletes it with SQL of its own. */
@Entity
@Table(name = "outbox")
@SuppressWarnings("UnusedVariable") // Hibernate reads them.
class OutboxEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String report;
    private String key;
    private String type;
    private String payload;
    private String traceparent;

    private Instant createdAt;
    private Instant dueAt;

    protected OutboxEntry() {}

    OutboxEntry(OutboundEvent event, String payload, String traceparent, Instant now) {
        this.report = event.report();
        this.key = event.key();
        this.type = event.type();
        this.payload = payload;
        this.traceparent = traceparent;
        this.createdAt = now;
        this.dueAt = event.due();
    }
}
