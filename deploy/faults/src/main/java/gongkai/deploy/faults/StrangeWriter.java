package gongkai.deploy.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes into both topics what a broken, older, newer or hostile producer could. */
final class StrangeWriter {

    /** By which the checker tells it from what the services wrote. */
    static final String MARK = "fault";

    private static final int REPEATED = 200;
    private static final int OVERSIZED = 900_000;
    private static final Map<String, String> EVENTS =
            Map.of(Log.SUBMISSIONS, "gongkai.submission.v1", Log.TOTALS, "gongkai.totals.v1");

    private final FaultEnvironment stage;
    private final Random random;
    private final long seed;

    StrangeWriter(FaultEnvironment stage, long seed) {
        this.stage = stage;
        this.seed = seed;
        this.random = new Random(seed);
    }

    void write() throws InterruptedException {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stage.platform().bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * OVERSIZED);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : List.of(Log.SUBMISSIONS, Log.TOTALS)) {
                for (var event : events(topic)) {
                    var unused = producer.send(event);
                }
            }
            producer.flush();
        }
    }

    private List<ProducerRecord<byte[], byte[]>> events(String topic) {
        List<ConsumerRecord<byte[], byte[]>> known =
                Log.of(stage, topic, Duration.ofSeconds(30)).events();
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int number = 0; number < REPEATED && !known.isEmpty(); number++) {
            events.add(again(known.get(random.nextInt(known.size()))));
        }
        String type = EVENTS.get(topic);
        byte[] right = known.isEmpty()
                ? new byte[0]
                : known.get(random.nextInt(known.size())).value();
        events.add(unfit(topic, type, cutOff(right), "truncated"));
        events.add(unfit(topic, type, "{\"collection\": 公开".getBytes(UTF_8), "malformed"));
        events.add(unfit(topic, type, new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "binary"));
        events.add(unfit(topic, type, null, "tombstone"));
        events.add(unfit(topic, type, "null".getBytes(UTF_8), "null"));
        events.add(unfit(topic, type, "[".repeat(100_000).getBytes(UTF_8), "nested"));
        events.add(unfit(topic, type, "x".repeat(OVERSIZED).getBytes(UTF_8), "oversized"));
        events.add(unfit(topic, type.replace(".v1", ".v9"), right, "future-version"));
        events.add(unfit(topic, null, right, "without-type"));
        if (topic.equals(Log.SUBMISSIONS)) {
            events.add(event(topic, type, "nobody/unit", submission("12").getBytes(UTF_8), "unknown-collection"));
            events.add(
                    event(topic, type, "nobody/unit", submission("1e999999999").getBytes(UTF_8), "absurd-figure"));
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** An event of a collection that nobody has announced. */
    private static String submission(String figure) {
        return """
                {"collection": "nobody", "unit": "unit", "revision": 1, "state": "submitted", "values": {"1.1": %s},
                 "derived": [], "notApplicable": [], "warnings": [], "submittedBy": "李文", "source": "api", "late": false,
                 "submittedAt": "2019-01-08T01:30:00Z"}""".formatted(figure);
    }

    private static byte[] cutOff(byte[] event) {
        return Arrays.copyOf(event, event.length / 2);
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> known) {
        var event = new ProducerRecord<>(known.topic(), known.partition(), known.key(), known.value());
        known.headers().forEach(event.headers()::add);
        event.headers().add(MARK, "again".getBytes(UTF_8));
        return event;
    }

    /** Events that can only become dead letters; under keys of their own, so that compaction keeps the others. */
    private ProducerRecord<byte[], byte[]> unfit(String topic, String type, byte[] value, String what) {
        return event(topic, type, "strange/%s/%d".formatted(what, seed), value, "unfit");
    }

    private ProducerRecord<byte[], byte[]> event(String topic, String type, String key, byte[] value, String mark) {
        var event = new ProducerRecord<>(topic, random.nextInt(2), key.getBytes(UTF_8), value);
        if (type != null) {
            event.headers().add("ce_type", type.getBytes(UTF_8));
        }
        event.headers().add("ce_id", Long.toString(seed).getBytes(UTF_8)).add(MARK, mark.getBytes(UTF_8));
        return event;
    }
}
