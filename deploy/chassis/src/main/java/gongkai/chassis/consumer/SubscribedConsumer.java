package gongkai.chassis.consumer;

import gongkai.chassis.kafka.TopicIds;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Kafka's consumer, subscribed to the service's topic and placed by the offsets in the database. */
class SubscribedConsumer implements AutoCloseable {

    /** An idle loop notices after this time that it should stop. Events do not wait for it. */
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(250);

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetRebalanceListener placement;

    SubscribedConsumer(Consumer<byte[], byte[]> consumer, String topic, PartitionOffsets offsets, TopicIds topicIds) {
        this.consumer = consumer;
        this.placement = new OffsetRebalanceListener(consumer, offsets, topicIds);
        consumer.subscribe(List.of(topic), placement);
    }

    ConsumerRecords<byte[], byte[]> poll() {
        placement.retryPending();
        return consumer.poll(POLL_TIMEOUT);
    }

    /** Goes back to the first of these events. Partitions that were given to another instance are read again there. */
    void seekTo(ConsumerRecords<byte[], byte[]> events) {
        events.partitions().stream()
                .filter(consumer.assignment()::contains)
                .forEach(partition -> consumer.seek(
                        partition, events.records(partition).get(0).offset()));
    }

    /** Lets Kafka's own tools show the lag. The offsets that count are in the database. */
    void commit() {
        consumer.commitAsync();
    }

    void measure(ConsumerLagGauge lag) {
        lag.update(consumer);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
