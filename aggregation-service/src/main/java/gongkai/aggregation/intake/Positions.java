package gongkai.aggregation.intake;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.Session;

/**
 * How far the log has been taken in. It stands in the database that it was taken into, so that the two never differ: whoever empties
 * the database, or restores an older one, need only start the service.
 */
@ApplicationScoped
class Positions {

    private static final String SET = """
            insert into intake_position (topic, partition, next_offset, log)
            select position.*, cast(:log as text)
            from unnest(:topics, :partitions, :offsets) as position (topic, partition, next_offset)
            order by topic, partition
            on conflict (topic, partition) do update set next_offset = excluded.next_offset, log = excluded.log
            where :anew
               or (intake_position.log is not distinct from excluded.log and intake_position.next_offset < excluded.next_offset)
            """;

    private static final String KNOWN = "select topic, partition, next_offset, log from intake_position";

    /** How far a log was taken in. The log is null where that was before logs had names. */
    private record Position(long next, String log) {

        boolean isIn(String present, long end) {
            return (log == null || log.equals(present)) && next <= end;
        }
    }

    private final Session session;

    /** Which log the events come from that are taken in; null until any are. */
    private volatile String log;

    Positions(Session session) {
        this.session = session;
    }

    /**
     * These events are taken in, in the caller's transaction. It never goes back: whoever stood still for a while may be late with events
     * that another instance has taken in since, and has gone on from.
     */
    @Transactional(TxType.MANDATORY)
    public void advance(List<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> next = events.stream()
                .collect(Collectors.toMap(
                        event -> new TopicPartition(event.topic(), event.partition()),
                        event -> event.offset() + 1,
                        Math::max));
        set(false, next);
    }

    /**
     * The first offset of each partition that has not been taken in: 0 where nothing has. A position in a log that is gone says nothing of
     * the one that took its place; nor does one beyond the end, for that log has lost what was there. Both are read from the start, which
     * changes nothing that is known.
     *
     * @param present which log the topic is
     * @param ends where each partition ends
     */
    @Transactional
    public Map<TopicPartition, Long> in(String present, Map<TopicPartition, Long> ends) {
        log = present;
        Map<TopicPartition, Position> known = known();
        Map<TopicPartition, Long> next = new HashMap<>();
        ends.forEach((partition, end) -> {
            Position position = known.getOrDefault(partition, new Position(0, present));
            boolean goesOn = position.isIn(present, end);
            if (!goesOn) {
                Log.warnf(
                        "%s is not the log that was read up to %d: it is read from its start",
                        partition, position.next());
            }
            next.put(partition, goesOn ? position.next() : 0);
        });
        set(true, next);
        return next;
    }

    private void set(boolean anew, Map<TopicPartition, Long> next) {
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        session.createNativeMutationQuery(SET)
                .setParameter("anew", anew)
                .setParameter("log", log, String.class)
                .setParameter(
                        "topics", partitions.stream().map(TopicPartition::topic).toArray(String[]::new))
                .setParameter(
                        "partitions",
                        partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new))
                .setParameter("offsets", partitions.stream().map(next::get).toArray(Long[]::new))
                .executeUpdate();
    }

    private Map<TopicPartition, Position> known() {
        return session.createNativeQuery(KNOWN, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition((String) row[0], (int) row[1]),
                        row -> new Position((long) row[2], (String) row[3])));
    }
}
