package gongkai.chassis.consumer;

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
 * The offset of the next event of each partition. It is stored beside the effects of the events, in one transaction, so the two never
 * differ. A service with an emptied or restored database needs only a start to catch up.
 */
@ApplicationScoped
class PartitionOffsets {

    private static final String STORE = """
            insert into consumer_offset (topic, partition, next_offset, topic_id)
            select position.*, cast(:topicId as text)
            from unnest(:topics, :partitions, :offsets) as position (topic, partition, next_offset)
            order by topic, partition
            on conflict (topic, partition) do update set next_offset = excluded.next_offset, topic_id = excluded.topic_id
            where :reset
               or (consumer_offset.topic_id is not distinct from excluded.topic_id and consumer_offset.next_offset < excluded.next_offset)
            """;

    private static final String STORED = "select topic, partition, next_offset, topic_id from consumer_offset";

    private record Position(long next, String topicId) {

        boolean isValidIn(String currentTopicId, long end) {
            return currentTopicId.equals(topicId) && next <= end;
        }
    }

    private final Session session;

    /** Kafka's id of the topic that is consumed; null before any partition was assigned. */
    private volatile String topicId;

    PartitionOffsets(Session session) {
        this.session = session;
    }

    /**
     * Moves the offsets behind these events, in the caller's transaction. Offsets only move forward: a stalled instance may commit after
     * another has taken over its partition.
     */
    @Transactional(TxType.MANDATORY)
    public void advance(List<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> next = events.stream()
                .collect(Collectors.toMap(
                        event -> new TopicPartition(event.topic(), event.partition()),
                        event -> event.offset() + 1,
                        Math::max));
        store(false, next);
    }

    /**
     * The offset at which to start each partition: 0 if none is stored. A stored offset is void if the topic was recreated, or if it lies
     * beyond the end because the topic lost data. The partition then starts at 0, and known events change nothing.
     *
     * @param currentTopicId Kafka's id of the topic
     * @param ends the end of each partition
     */
    @Transactional
    public Map<TopicPartition, Long> startingPoints(String currentTopicId, Map<TopicPartition, Long> ends) {
        topicId = currentTopicId;
        Map<TopicPartition, Position> stored = stored();
        Map<TopicPartition, Long> next = new HashMap<>();
        ends.forEach((partition, end) -> {
            Position position = stored.getOrDefault(partition, new Position(0, currentTopicId));
            boolean valid = position.isValidIn(currentTopicId, end);
            if (!valid) {
                Log.warnf(
                        "%s was recreated or has lost data since it was read up to %d: reading it from its start",
                        partition, position.next());
            }
            next.put(partition, valid ? position.next() : 0);
        });
        store(true, next);
        return next;
    }

    private void store(boolean reset, Map<TopicPartition, Long> next) {
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        session.createNativeMutationQuery(STORE)
                .setParameter("reset", reset)
                .setParameter("topicId", topicId, String.class)
                .setParameter(
                        "topics", partitions.stream().map(TopicPartition::topic).toArray(String[]::new))
                .setParameter(
                        "partitions",
                        partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new))
                .setParameter("offsets", partitions.stream().map(next::get).toArray(Long[]::new))
                .executeUpdate();
    }

    private Map<TopicPartition, Position> stored() {
        return session.createNativeQuery(STORED, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition((String) row[0], (int) row[1]),
                        row -> new Position((long) row[2], (String) row[3])));
    }
}
