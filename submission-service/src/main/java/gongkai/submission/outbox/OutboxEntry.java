package gongkai.submission.outbox;

import jakarta.persistence.Column;
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

    private String collection;
    private String key;
    private String type;
    private String payload;
    private String traceparent;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxEntry() {}

    OutboxEntry(OutboundEvent event, String payload, String traceparent, Instant createdAt) {
        this.collection = event.collection();
        this.key = event.key();
        this.type = event.type();
        this.payload = payload;
        this.traceparent = traceparent;
        this.createdAt = createdAt;
    }
}
