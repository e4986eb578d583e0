package gongkai.deploy.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic as it stands, from its beginning to its end: only what was committed. */
record Log(List<ConsumerRecord<byte[], byte[]>> events) {

    static final String SUBMISSIONS = "gongkai.submissions";
    static final String TOTALS = "gongkai.totals";
    static final String DEAD_LETTER = ".dead-letter";

    private static final Duration POLL = Duration.ofMillis(200);

    /** @param limit after which what could be read must do */
    static Log of(FaultEnvironment stage, String topic, Duration limit) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stage.platform().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
        long giveUp = System.nanoTime() + limit.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition))
                    && System.nanoTime() < giveUp) {
                consumer.poll(POLL).forEach(events::add);
            }
        }
        return new Log(events);
    }
}
