package gongkai.publication.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An event that could not be taken in (死信), as it came.
 *
 * <pre>
 *   WAITING ── replayed, and taken in ──▶ APPLIED
 *      ▲ │
 *      └─┘ replayed, and refused again
 * </pre>
 */
@Entity
@Table(name = "dead_letter")
@DynamicUpdate // The service may change its state and nothing else.
class DeadLetter {

    enum State {
        WAITING,
        APPLIED
    }

    @Id
    private long id;

    private String topic;
    private int partition;

    @Column(name = "log_offset")
    private long logOffset;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "record_key")
    private byte[] recordKey;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> headers;

    private int size;
    private boolean kept;

    @Column(name = "record_value")
    private byte[] recordValue;

    @SuppressWarnings("UnusedVariable") // Views read it.
    private String reason;

    @Column(name = "found_at")
    @SuppressWarnings("UnusedVariable") // Views read it.
    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // Views read it.
    private State state;

    protected DeadLetter() {}

    /** As Kafka had it. */
    ConsumerRecord<byte[], byte[]> event() {
        if (!kept) {
            throw new DeadLetterNotKept(id, size);
        }
        var allHeaders = new RecordHeaders();
        headers.forEach((name, value) -> allHeaders.add(name, value.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                topic,
                partition,
                logOffset,
                writtenAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                recordKey == null ? ConsumerRecord.NULL_SIZE : recordKey.length,
                size,
                recordKey,
                recordValue,
                allHeaders,
                Optional.empty());
    }

    void applied() {
        state = State.APPLIED;
    }
}
