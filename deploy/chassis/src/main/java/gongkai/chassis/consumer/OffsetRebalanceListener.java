package gongkai.chassis.consumer;

import gongkai.chassis.kafka.TopicIds;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Starts each assigned partition at the offset in the database. The offsets that Kafka keeps for the group do not count. */
class OffsetRebalanceListener implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionOffsets offsets;
    private final TopicIds topicIds;

    /** Partitions were assigned while the database was unavailable. */
    private boolean pending;

    OffsetRebalanceListener(Consumer<byte[], byte[]> consumer, PartitionOffsets offsets, TopicIds topicIds) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.topicIds = topicIds;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        pending = true;
        partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> offsets.startingPoints(topicIds.of(topic), consumer.endOffsets(partitions))
                        .forEach(consumer::seek));
        pending = false;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // Their offsets are in the database, and the next consumer starts there.
    }

    /** Called before each poll: no partition may be read from an offset that was not checked. */
    void retryPending() {
        if (pending) {
            onPartitionsAssigned(consumer.assignment());
        }
    }
}
