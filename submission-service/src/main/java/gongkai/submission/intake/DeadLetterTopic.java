package gongkai.submission.intake;

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

/** Where events go that can never be applied, with the reason and where they stood, for others to look at. */
@ApplicationScoped
class DeadLetterTopic {

    private final Map<String, Object> kafka;
    private final IntakeConfig config;

    /** Opened when the first is needed, which may be never. */
    private KafkaProducer<byte[], byte[]> producer;

    DeadLetterTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, IntakeConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** Returns when Kafka has it. After a failure it may be put twice, but never not at all. */
    synchronized void put(ConsumerRecord<byte[], byte[]> event, String reason) {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        }
        var letter = new ProducerRecord<>(config.deadLetters(), null, event.key(), event.value(), event.headers());
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
            throw new KafkaException("The dead letter could not be put away", e.getCause());
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
