package gongkai.aggregation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** Writes batches of events to Kafka: all of a batch, or nothing that a reader would see. */
class OutboxProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final ObjectMapper json;
    private final OutboxConfig config;
    private final int partitions;

    OutboxProducer(KafkaProducer<String, byte[]> producer, ObjectMapper json, OutboxConfig config) {
        this.producer = producer;
        this.json = json;
        this.config = config;
        this.partitions = producer.partitionsFor(config.topic()).size();
    }

    /**
     * Returns when Kafka has them all, and throws where it has not.
     *
     * @param marks by collection
     */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // commitTransaction waits for every send, and throws where one failed.
    void publish(List<? extends OutboundEvent> events, Map<String, OutboxQueue.Mark> marks) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event, marks.get(event.collection()))));
        producer.commitTransaction();
    }

    /** The event in CloudEvents' binary mode for Kafka. */
    private ProducerRecord<String, byte[]> record(OutboundEvent event, OutboxQueue.Mark mark) {
        String collection = event.collection();
        int partition = Utils.toPositive(Utils.murmur2(collection.getBytes(UTF_8))) % partitions;
        var record = new ProducerRecord<>(config.topic(), partition, collection, payload(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "%s/%d".formatted(collection, event.revision()),
                        "ce_source", config.source(),
                        "ce_type", event.type(),
                        "ce_subject", collection,
                        "ce_time", event.time().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        if (mark.traceparent() != null) {
            // For those who know Kafka's tracing, and those who know CloudEvents' extension for it.
            byte[] trace = mark.traceparent().getBytes(UTF_8);
            record.headers().add(Trace.HEADER, trace).add("ce_" + Trace.HEADER, trace);
        }
        if (mark.again()) {
            record.headers().add("ce_again", Long.toString(event.announcement()).getBytes(UTF_8));
        }
        return record;
    }

    private byte[] payload(OutboundEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Event %s of %s cannot be written".formatted(event.type(), event.collection()), e);
        }
    }

    @Override
    public void close() {
        // An open transaction would be aborted by the next leader in any case; nothing is worth waiting for here.
        producer.close(Duration.ZERO);
    }
}
