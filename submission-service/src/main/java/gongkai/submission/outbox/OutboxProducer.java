package gongkai.submission.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.submission.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Utils;

/** Writes batches of events to Kafka: all of a batch, or nothing that a reader would see. */
class OutboxProducer implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final OutboxConfig config;
    private final int partitions;

    OutboxProducer(KafkaProducer<String, String> producer, OutboxConfig config) {
        this.producer = producer;
        this.config = config;
        this.partitions = producer.partitionsFor(config.topic()).size();
    }

    /**
     * Returns when Kafka has them all, and throws where it has not.
     *
     * @return where the log goes on, by partition
     */
    Map<Integer, Long> publish(List<OutboxQueue.Entry> entries) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent =
                entries.stream().map(entry -> producer.send(record(entry))).toList();
        producer.commitTransaction();
        return sent.stream()
                .map(OutboxProducer::place)
                .collect(Collectors.toMap(RecordMetadata::partition, place -> place.offset() + 1, Math::max));
    }

    /** Known at once, for the transaction waited for it. */
    private static RecordMetadata place(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka has an event and does not say where", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The event in CloudEvents' binary mode for Kafka. */
    private ProducerRecord<String, String> record(OutboxQueue.Entry entry) {
        // By the collection alone, so that its events keep their order whatever their keys.
        int partition = Utils.toPositive(Utils.murmur2(entry.collection().getBytes(UTF_8))) % partitions;
        var record = new ProducerRecord<>(config.topic(), partition, entry.key(), entry.payload());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", Long.toString(entry.id()),
                        "ce_source", config.source(),
                        "ce_type", entry.type(),
                        "ce_subject", entry.key(),
                        "ce_time", entry.createdAt().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        if (entry.traceparent() != null) {
            // For those who know Kafka's tracing, and those who know CloudEvents' extension for it.
            byte[] trace = entry.traceparent().getBytes(UTF_8);
            record.headers().add(Trace.HEADER, trace).add("ce_" + Trace.HEADER, trace);
        }
        return record;
    }

    @Override
    public void close() {
        // An open transaction would be aborted by the next leader in any case; nothing is worth waiting for here.
        producer.close(Duration.ZERO);
    }
}
