package gongkai.submission.intake;

import gongkai.submission.log.Logs;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Lets a consumer begin each of its partitions where the database says, whatever Kafka remembers of this group. */
class Placement implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Positions positions;
    private final Logs logs;

    /** Whether partitions were given to us while the database did not answer. */
    private boolean misplaced;

    Placement(Consumer<byte[], byte[]> consumer, Positions positions, Logs logs) {
        this.consumer = consumer;
        this.positions = positions;
        this.logs = logs;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        misplaced = true;
        partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> positions
                        .in(logs.of(topic), consumer.endOffsets(partitions))
                        .forEach(consumer::seek));
        misplaced = false;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What was taken in of them is in the database; whoever has them next begins there.
    }

    /** To be called before each poll: nothing may be read from a place that nobody has checked. */
    void settle() {
        if (misplaced) {
            onPartitionsAssigned(consumer.assignment());
        }
    }
}
