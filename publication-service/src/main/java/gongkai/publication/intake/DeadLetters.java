package gongkai.publication.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.measure.Lookup;
import gongkai.publication.trace.Trace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events that could not be taken in: in a topic for others, and in the database to be explained and tried again. */
@ApplicationScoped
class DeadLetters implements PanacheRepositoryBase<DeadLetter, Long> {

    /** Twice what the largest event that anybody sends has. */
    private static final int MAX_KEPT = 4 * 1024 * 1024;

    private static final int MAX_REASON = 2_000;

    private static final String PUT = """
            insert into dead_letter
              (topic, partition, log_offset, written_at, record_key, headers, size, kept, record_value, reason, found_at)
            values
              (:topic, :partition, :offset, :writtenAt, :key, cast(:headers as jsonb), :size, :kept, :value, :reason, :now)
            on conflict do nothing
            """;

    private static final String VIEWS = """
            select id, topic, partition, log_offset, written_at, record_key, headers ->> 'ce_type', headers ->> 'traceparent',
              size, kept, reason, found_at, state
            from dead_letter
            where id > :after and (:all or state = 'WAITING')
            order by id
            limit :limit
            """;

    private static final String REPLAYS = """
            select made_at, made_by, outcome, reason
            from dead_letter_replay
            where dead_letter = :id
            order by id
            """;

    private static final String REPLAYED = """
            insert into dead_letter_replay (dead_letter, made_at, made_by, outcome, reason)
            values (:id, :madeAt, :madeBy, :outcome, :reason)
            """;

    private static final String WAITING = "select count(*) as waiting from dead_letter where state = 'WAITING'";

    private final DeadLetterTopic topic;
    private final ObjectMapper json;
    private final Clock clock;
    private final Lookup<Long> waiting = new Lookup<>(() -> QuarkusTransaction.requiringNew()
            .call(() -> getSession()
                    .createNativeQuery(WAITING, Long.class)
                    .addScalar("waiting", Long.class)
                    .getSingleResult()));

    DeadLetters(DeadLetterTopic topic, ObjectMapper json, Clock clock, MeterRegistry metrics) {
        this.topic = topic;
        this.json = json;
        this.clock = clock;
        Gauge.builder("gongkai.dead.letters", waiting, lookup -> lookup.value(Long::doubleValue))
                .description("Events that could not be taken in, and wait for somebody to have them tried again")
                .register(metrics);
    }

    @Scheduled(every = "{measure.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        waiting.look();
    }

    /** Puts an event away, in the caller's transaction: into the topic perhaps twice, into the database once. */
    @Transactional(TxType.MANDATORY)
    public void put(ConsumerRecord<byte[], byte[]> event, String reason) {
        topic.put(event, reason);
        int size = event.value() == null ? 0 : event.value().length;
        getSession()
                .createNativeMutationQuery(PUT)
                .setParameter("topic", event.topic())
                .setParameter("partition", event.partition())
                .setParameter("offset", event.offset())
                .setParameter("writtenAt", Instant.ofEpochMilli(Math.max(0, event.timestamp())))
                .setParameter("key", event.key(), byte[].class)
                .setParameter("headers", headers(event))
                .setParameter("size", size)
                .setParameter("kept", size <= MAX_KEPT)
                .setParameter("value", size <= MAX_KEPT ? event.value() : null, byte[].class)
                .setParameter("reason", storable(reason))
                .setParameter("now", clock.instant())
                .executeUpdate();
        // Without the reason, which may cite what the event holds.
        Trace.under(
                Trail.of(event),
                () -> Log.warnf(
                        "Event %s-%d@%d is a dead letter: /v1/dead-letters says why",
                        event.topic(), event.partition(), event.offset()));
    }

    /** Those behind a number, without what they hold. */
    List<DeadLetterView> after(long id, boolean all, int most) {
        return getSession()
                .createNativeQuery(VIEWS, Object[].class)
                .setParameter("after", id)
                .setParameter("all", all)
                .setParameter("limit", most)
                .getResultStream()
                .map(DeadLetters::view)
                .toList();
    }

    /** One of them, and what was tried. */
    DeadLetterView explain(long id) {
        return after(id - 1, true, 1).stream()
                .filter(letter -> letter.id() == id)
                .findFirst()
                .map(letter -> letter.with(replays(id)))
                .orElseThrow(() -> new DeadLetterUnknown(id));
    }

    /** @throws DeadLetterNotKept where it was too large */
    @Transactional
    public ConsumerRecord<byte[], byte[]> event(long id) {
        return findByIdOptional(id).orElseThrow(() -> new DeadLetterUnknown(id)).event();
    }

    /** Writes down what came of trying one again. */
    @Transactional
    public void replayed(long id, Replay replay) {
        if (replay.outcome() == Replay.Outcome.APPLIED) {
            findById(id).applied();
        }
        getSession()
                .createNativeMutationQuery(REPLAYED)
                .setParameter("id", id)
                .setParameter("madeAt", replay.madeAt())
                .setParameter("madeBy", replay.madeBy())
                .setParameter("outcome", replay.outcome().name())
                .setParameter("reason", replay.reason() == null ? null : storable(replay.reason()), String.class)
                .executeUpdate();
    }

    private List<Replay> replays(long id) {
        return getSession()
                .createNativeQuery(REPLAYS, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Replay(
                        (Instant) row[0], (String) row[1], Replay.Outcome.valueOf((String) row[2]), (String) row[3]))
                .toList();
    }

    private static DeadLetterView view(Object[] row) {
        return new DeadLetterView(
                (long) row[0],
                (String) row[1],
                (int) row[2],
                (long) row[3],
                (Instant) row[4],
                row[5] == null ? null : new String((byte[]) row[5], UTF_8),
                (String) row[6],
                (String) row[7],
                (int) row[8],
                (boolean) row[9],
                (String) row[10],
                (Instant) row[11],
                DeadLetterView.State.valueOf((String) row[12]),
                null);
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
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** PostgreSQL keeps no text with a zero in it, and nobody reads one without end. */
    private static String storable(String text) {
        String readable = text.replace('\0', '\uFFFD');
        return readable.length() <= MAX_REASON ? readable : readable.substring(0, MAX_REASON) + "…";
    }
}
