package gongkai.chassis.consumer;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;

import gongkai.chassis.kafka.TopicIds;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

@ApplicationScoped
class SubscribedConsumers {

    private final Map<String, Object> kafka;
    private final ConsumerConfig config;
    private final PartitionOffsets offsets;
    private final TopicIds topicIds;

    SubscribedConsumers(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ConsumerConfig config,
            PartitionOffsets offsets,
            TopicIds topicIds) {
        this.kafka = kafka;
        this.config = config;
        this.offsets = offsets;
        this.topicIds = topicIds;
    }

    SubscribedConsumer open() {
        int sessionTimeout = (int) config.sessionTimeout().toMillis();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(GROUP_ID_CONFIG, config.groupId());
        settings.put(MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(SESSION_TIMEOUT_MS_CONFIG, sessionTimeout);
        settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, sessionTimeout / 3);
        settings.put(ENABLE_AUTO_COMMIT_CONFIG, false);
        // Events of aborted transactions are skipped.
        settings.put(ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new SubscribedConsumer(consumer, config.topic(), offsets, topicIds);
    }
}
