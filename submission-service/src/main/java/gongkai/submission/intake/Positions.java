package gongkai.submission.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    private static final String ADVANCE = """
            insert into intake_position (topic, partition, next_offset)
            select position.*
            from unnest(:topics, :partitions, :offsets) as position (topic, partition, next_offset)
            order by topic, partition
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            where intake_position.next_offset < excluded.next_offset
            """;

    private static final String ALL = "select topic, partition, next_offset from intake_position";

    private final Session session;

    Positions(Session session) {
        this.session = session;
    }

    /** These events are taken in, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void advance(List<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> next = events.stream()
                .collect(Collectors.toMap(
                        event -> new TopicPartition(event.topic(), event.partition()),
                        event -> event.offset() + 1,
                        Math::max));
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        session.createNativeMutationQuery(ADVANCE)
                .setParameter(
                        "topics", partitions.stream().map(TopicPartition::topic).toArray(String[]::new))
                .setParameter(
                        "partitions",
                        partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new))
                .setParameter("offsets", partitions.stream().map(next::get).toArray(Long[]::new))
                .executeUpdate();
    }

    /** The first offset of each that has not been taken in: 0 where nothing has. */
    @Transactional
    public Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> known = rows().stream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition((String) row[0], (int) row[1]), row -> (Long) row[2]));
        return partitions.stream()
                .collect(Collectors.toMap(Function.identity(), partition -> known.getOrDefault(partition, 0L)));
    }

    private List<Object[]> rows() {
        return session.createNativeQuery(ALL, Object[].class).getResultList();
    }
}
