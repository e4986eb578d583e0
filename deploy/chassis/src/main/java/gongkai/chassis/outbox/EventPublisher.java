package gongkai.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.chassis.tracing.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** Publishes batches of events to Kafka, each in one transaction: consumers see all of a batch or nothing. */
class EventPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final String source;
    private final int partitions;

    EventPublisher(KafkaProducer<String, byte[]> producer, String topic, String source) {
        this.producer = producer;
        this.topic = topic;
        this.source = source;
        this.partitions = producer.partitionsFor(topic).size();
    }

    /** Returns after the transaction has committed. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // commitTransaction waits for every send, and throws if one has failed.
    void publish(List<OutboxRecord> batch) {
        producer.beginTransaction();
        batch.forEach(event -> producer.send(record(event)));
        producer.commitTransaction();
    }

    /** The event in CloudEvents' binary mode for Kafka. */
    private ProducerRecord<String, byte[]> record(OutboxRecord event) {
        // By the partition key alone, so that its events keep their order although their keys differ.
        int partition = Utils.toPositive(Utils.murmur2(event.partitionKey().getBytes(UTF_8))) % partitions;
        var record = new ProducerRecord<>(topic, partition, event.key(), event.payload());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id(),
                        "ce_source", source,
                        "ce_type", event.type(),
                        "ce_subject", event.key(),
                        "ce_time", event.time().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        if (event.traceparent() != null) {
            // One header is Kafka's convention for traces, the other CloudEvents' extension.
            byte[] trace = event.traceparent().getBytes(UTF_8);
            record.headers().add(TraceContext.HEADER, trace).add("ce_" + TraceContext.HEADER, trace);
        }
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void close() {
        // Not waited for: the next leader aborts an open transaction in any case.
        producer.close(Duration.ZERO);
    }
}
