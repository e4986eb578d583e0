package gongkai.chassis.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events that cannot be processed to the dead-letter topic, with the reason and their origin as headers. */
@ApplicationScoped
class DeadLetterPublisher {

    private final Map<String, Object> kafka;
    private final DeadLetterConfig config;

    /** Opened for the first dead letter: most instances never have one. */
    private KafkaProducer<byte[], byte[]> producer;

    DeadLetterPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka, DeadLetterConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** Returns when Kafka has stored it. After a failure it may be published twice. */
    synchronized void publish(ConsumerRecord<byte[], byte[]> event, String reason) {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        }
        var letter = new ProducerRecord<>(config.deadLetterTopic(), null, event.key(), event.value(), event.headers());
        letter.headers()
                .add("dead-letter-reason", reason.getBytes(UTF_8))
                .add("dead-letter-topic", event.topic().getBytes(UTF_8))
                .add(
                        "dead-letter-partition",
                        Integer.toString(event.partition()).getBytes(UTF_8))
                .add("dead-letter-offset", Long.toString(event.offset()).getBytes(UTF_8));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter could not be published", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
