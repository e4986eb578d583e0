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

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxEntry() {}

    OutboxEntry(String collection, String key, String type, String payload, Instant createdAt) {
        this.collection = collection;
        this.key = key;
        this.type = type;
        this.payload = payload;
        this.createdAt = createdAt;
    }
}
