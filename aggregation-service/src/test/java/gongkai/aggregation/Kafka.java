package gongkai.aggregation;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other ends of the topics this service reads and writes. */
@Singleton
public class Kafka {

    private static final int PARTITIONS = 8;

    private final String servers;
    private final KafkaProducer<String, String> producer;

    Kafka(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
    }

    /** As submission-service says it. */
    public void announce(String collection, String data) {
        send(collection, collection, "gongkai.collection.v1", data);
    }

    /** As submission-service says it. */
    public void submit(String collection, String unit, String data) {
        send(collection, collection + "/" + unit, "gongkai.submission.v1", data);
    }

    /** As submission-service says it of a request with a trace. */
    public void submit(String collection, String unit, String data, String trace) {
        send(collection, collection + "/" + unit, "gongkai.submission.v1", data, trace);
    }

    /** @param type null for none */
    public void send(String collection, String key, String type, String data) {
        send(collection, key, type, data, null);
    }

    private void send(String collection, String key, String type, String data, String trace) {
        int partition = Utils.toPositive(Utils.murmur2(collection.getBytes(UTF_8))) % PARTITIONS;
        var event = new ProducerRecord<>("gongkai.submissions", partition, key, data);
        if (type != null) {
            event.headers().add("ce_type", type.getBytes(UTF_8));
        }
        if (trace != null) {
            event.headers().add("traceparent", trace.getBytes(UTF_8));
        }
        try {
            producer.send(event).get();
        } catch (Exception e) {
            throw new AssertionError("Kafka did not take the event", e);
        }
    }

    /** Everything that stands in a topic under this key. */
    public List<ConsumerRecord<String, String>> read(String topic, String key) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
                }
            });
        }
        return found.stream().filter(event -> key.equals(event.key())).toList();
    }

    public static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
