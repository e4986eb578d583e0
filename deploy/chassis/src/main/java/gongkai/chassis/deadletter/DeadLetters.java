package gongkai.chassis.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.http.ServiceAddress;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.tracing.TraceContext;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.Session;

/**
 * Events that could not be processed (死信): in a topic for other programs, and in the database to be explained and replayed.
 *
 * <pre>
 *   WAITING ── replayed and applied ──▶ APPLIED
 *      ▲ │
 *      └─┘ replayed and rejected again
 * </pre>
 */
@ApplicationScoped
public class DeadLetters {

    /** Twice the size of the largest event that a service publishes. */
    private static final int MAX_KEPT_BYTES = 4 * 1024 * 1024;

    private static final int MAX_REASON_LENGTH = 2_000;

    private static final String ADD = """
            insert into dead_letter
              (topic, partition, record_offset, written_at, record_key, headers, size, kept, record_value, reason, found_at)
            values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String VIEWS = """
            select id, topic, partition, record_offset, written_at, record_key, headers ->> 'ce_type' as type,
              headers ->> 'traceparent' as traceparent, size, kept, reason, found_at, state
            from dead_letter
            where id > ? and (? or state = 'WAITING')
            order by id
            limit ?
            """;

    private static final String EVENT = """
            select topic, partition, record_offset, written_at, record_key, headers, size, kept, record_value
            from dead_letter
            where id = ?
            """;

    private static final String REPLAYS = """
            select made_at, made_by, outcome, reason
            from dead_letter_replay
            where dead_letter = ?
            order by id
            """;

    private static final String ADD_REPLAY = """
            insert into dead_letter_replay (dead_letter, made_at, made_by, outcome, reason)
            values (?, ?, ?, ?, ?)
            """;

    private static final String APPLIED = "update dead_letter set state = 'APPLIED' where id = ?";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @FunctionalInterface
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final DeadLetterPublisher publisher;
    private final Session session;
    private final ObjectMapper json;
    private final ServiceAddress addresses;
    private final Clock clock;

    DeadLetters(
            DeadLetterPublisher publisher, Session session, ObjectMapper json, ServiceAddress addresses, Clock clock) {
        this.publisher = publisher;
        this.session = session;
        this.json = json;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Adds an event in the caller's transaction: to the topic at least once, to the database once. */
    @Transactional(TxType.MANDATORY)
    public void add(ConsumerRecord<byte[], byte[]> event, String reason) {
        publisher.publish(event, reason);
        int size = event.value() == null ? 0 : event.value().length;
        boolean kept = size <= MAX_KEPT_BYTES;
        update(
                ADD,
                event.topic(),
                event.partition(),
                event.offset(),
                Instant.ofEpochMilli(Math.max(0, event.timestamp())),
                event.key(),
                headers(event),
                size,
                kept,
                kept ? event.value() : null,
                storable(reason),
                clock.instant());
        // Without the reason, which may cite the event's data.
        TraceContext.under(
                TraceContext.of(event.headers()),
                () -> Log.warnf(
                        "Event %s-%d@%d is a dead letter: /v1/dead-letters says why",
                        event.topic(), event.partition(), event.offset()));
    }

    /** Dead letters with a greater id, without their data. */
    List<DeadLetterView> after(long id, boolean all, int limit) {
        return rows(VIEWS, DeadLetters::view, id, all, limit);
    }

    /** A dead letter and the attempts to replay it. */
    DeadLetterView explain(long id) {
        return after(id - 1, true, 1).stream()
                .filter(letter -> letter.id() == id)
                .findFirst()
                .map(letter -> letter.with(rows(REPLAYS, DeadLetters::replay, id)))
                .orElseThrow(() -> unknown(id));
    }

    /** The event as Kafka had it. */
    @Transactional
    public ConsumerRecord<byte[], byte[]> event(long id) {
        return rows(EVENT, row -> event(id, row), id).stream().findFirst().orElseThrow(() -> unknown(id));
    }

    @Transactional
    public void addReplay(long id, ReplayAttempt replay) {
        if (replay.outcome() == ReplayAttempt.Outcome.APPLIED) {
            update(APPLIED, id);
        }
        String reason = replay.reason() == null ? null : storable(replay.reason());
        update(
                ADD_REPLAY,
                id,
                replay.madeAt(),
                replay.madeBy(),
                replay.outcome().name(),
                reason);
    }

    private ProblemException unknown(long id) {
        return new ProblemException(DeadLetterProblem.DEAD_LETTER_UNKNOWN, id, addresses.of("dead-letters"));
    }

    private ConsumerRecord<byte[], byte[]> event(long id, ResultSet row) throws SQLException {
        int size = row.getInt("size");
        if (!row.getBoolean("kept")) {
            throw new ProblemException(DeadLetterProblem.DEAD_LETTER_NOT_KEPT, id, size);
        }
        byte[] key = row.getBytes("record_key");
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getTimestamp("written_at").getTime(),
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                size,
                key,
                row.getBytes("record_value"),
                headers(row.getString("headers")),
                Optional.empty());
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        return new DeadLetterView(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getTimestamp("written_at").toInstant(),
                key == null ? null : new String(key, UTF_8),
                row.getString("type"),
                row.getString("traceparent"),
                row.getInt("size"),
                row.getBoolean("kept"),
                row.getString("reason"),
                row.getTimestamp("found_at").toInstant(),
                DeadLetterView.State.valueOf(row.getString("state")),
                null);
    }

    private static ReplayAttempt replay(ResultSet row) throws SQLException {
        return new ReplayAttempt(
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                ReplayAttempt.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private String headers(ConsumerRecord<byte[], byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        for (var header : event.headers()) {
            if (header.value() != null && !header.key().startsWith("dead-letter-")) {
                headers.put(storable(header.key()), storable(new String(header.value(), UTF_8)));
            }
        }
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written", e);
        }
    }

    private RecordHeaders headers(String stored) {
        try {
            var headers = new RecordHeaders();
            json.readValue(stored, HEADERS).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dead letter's headers are not a JSON object of strings", e);
        }
    }

    /** PostgreSQL stores no text with a zero byte. A long reason is cut for its readers' sake. */
    private static String storable(String text) {
        String readable = text.replace('\0', '\uFFFD');
        return readable.length() <= MAX_REASON_LENGTH ? readable : readable.substring(0, MAX_REASON_LENGTH) + "…";
    }

    private <T> List<T> rows(String sql, Mapper<T> mapper, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, parameters);
                List<T> found = new ArrayList<>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(mapper.map(rows));
                    }
                }
                return found;
            }
        });
    }

    private void update(String sql, Object... parameters) {
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, parameters);
                statement.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(
                    index + 1,
                    parameters[index] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameters[index]);
        }
    }
}
