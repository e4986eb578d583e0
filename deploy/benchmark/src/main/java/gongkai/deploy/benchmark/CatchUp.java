package gongkai.deploy.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Submission events that stand in Kafka already, taken into totals by a service that was away; the floor reads the same events and writes
 * them with one JDBC batch and one transaction per poll.
 */
final class CatchUp implements Metric {

    private static final String TOPIC = "gongkai.submissions";
    private static final int UNITS = 20;
    private static final int POLL = 500;
    private static final int LARGEST_ROSTER = 20_000;

    /** Taken in before it is measured: a service that has just been started runs at a fraction of its speed. */
    private static final int WARMING_COLLECTIONS = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public List<Measurement> measure(BenchmarkEnvironment setting) throws Exception {
        Map<TopicPartition, Long> begin = fill(setting, Math.max(1, setting.collections() / 10), UNITS);
        Backlog.await(setting);
        floor(setting, begin);
        long floor = floor(setting, begin);
        long few = service(setting, setting.collections() / 10, UNITS);
        long many = service(setting, setting.collections(), UNITS);
        int units = Math.min(LARGEST_ROSTER, setting.collections() * 2);
        long large = service(setting, 1, units);
        return List.of(
                new Measurement(
                        "events taken in, %,d collections of 20".formatted(setting.collections() / 10),
                        few,
                        "/s",
                        floor,
                        "at least 0.5"),
                new Measurement(
                        "events taken in, %,d collections of 20".formatted(setting.collections()),
                        many,
                        "/s",
                        floor,
                        "at least 0.5"),
                new Measurement("beside a tenth of the collections", many, "/s", few, "no less"),
                new Measurement(
                        "one collection of %,d units, beside collections of 20".formatted(units),
                        large,
                        "/s",
                        few,
                        "at least 0.67"));
    }

    /** Events a second, once the service has warmed up, to the last. */
    private static long service(BenchmarkEnvironment setting, int collections, int units) throws Exception {
        setting.platform().stop(Service.AGGREGATION);
        fill(setting, WARMING_COLLECTIONS, UNITS);
        long begin = end(setting);
        fill(setting, collections, units);
        long end = end(setting);
        setting.platform().start(Service.AGGREGATION);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        long first = await(setting, begin, limit);
        long started = System.nanoTime();
        await(setting, end, limit);
        long elapsed = System.nanoTime() - started;
        // Offsets count the collections' own events too; of the submissions, as large a share remained.
        long remained = (long) collections * units * (end - first) / (end - begin);
        Backlog.await(setting);
        return remained * TimeUnit.SECONDS.toNanos(1) / Math.max(1, elapsed);
    }

    /** Waits until the service has come this far in the log, and says how far it has come. */
    private static long await(BenchmarkEnvironment setting, long place, long limit) throws Exception {
        long taken = taken(setting);
        while (taken < place) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The service has not caught up in " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
            taken = taken(setting);
        }
        return taken;
    }

    private static long end(BenchmarkEnvironment setting) {
        return ends(setting).values().stream().mapToLong(Long::longValue).sum();
    }

    private static long taken(BenchmarkEnvironment setting) throws SQLException {
        try (var connection = DriverManager.getConnection(setting.platform().database(Service.AGGREGATION));
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select coalesce(sum(next_offset), 0) from consumer_offset where topic = '" + TOPIC + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long floor(BenchmarkEnvironment setting, Map<TopicPartition, Long> begin) throws Exception {
        long end = end(setting);
        try (var consumer = consumer(setting);
                var connection = DriverManager.getConnection(setting.platform().database(Service.AGGREGATION));
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists floor;
                    create table if not exists floor.event (key text not null, type text not null, data jsonb not null);
                    """);
            connection.setAutoCommit(false);
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            long events = 0;
            long started = System.nanoTime();
            try (var insert = connection.prepareStatement("insert into floor.event values (?, ?, ?::jsonb)")) {
                while (position(consumer, begin) < end) {
                    for (var event : consumer.poll(Duration.ofSeconds(1))) {
                        insert.setString(1, event.key());
                        insert.setString(
                                2,
                                new String(event.headers().lastHeader("ce_type").value(), UTF_8));
                        insert.setString(3, event.value());
                        insert.addBatch();
                        events++;
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return events * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - started);
        }
    }

    private static long position(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> partitions) {
        return partitions.keySet().stream().mapToLong(consumer::position).sum();
    }

    private static Map<TopicPartition, Long> ends(BenchmarkEnvironment setting) {
        try (var consumer = consumer(setting)) {
            return consumer.endOffsets(consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toList()));
        }
    }

    private static KafkaConsumer<String, String> consumer(BenchmarkEnvironment setting) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        setting.platform().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        POLL),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Puts collections and a submission of each of their units into the log; gives where it ended before. */
    private static Map<TopicPartition, Long> fill(BenchmarkEnvironment setting, int collections, int units)
            throws Exception {
        Map<TopicPartition, Long> before = ends(setting);
        ObjectNode form = new ObjectMapper().valueToTree(setting.get(Service.SUBMISSION, "/v1/forms/xxgk-2014"));
        String run = UUID.randomUUID().toString().substring(0, 8);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        setting.platform().bootstrapServers(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        32 << 20),
                new StringSerializer(),
                new StringSerializer())) {
            int partitions = before.size();
            String figures = setting.sample()
                    .submissions()
                    .get("township-1")
                    .path("values")
                    .toString();
            for (int number = 0; number < collections; number++) {
                String code = "log-%s-%d".formatted(run, number);
                ObjectNode announced = setting.collection(code, units);
                announced.put("revision", 1).put("state", "open").put("announcedAt", "2019-01-05T02:15:00Z");
                announced.set("form", form);
                send(producer, partitions, code, code, "gongkai.collection.v1", announced.toString());
                for (int unit = 0; unit < units; unit++) {
                    send(
                            producer,
                            partitions,
                            code,
                            "%s/unit-%d".formatted(code, unit),
                            "gongkai.submission.v1",
                            """
                            {"collection": "%s", "unit": "unit-%d", "revision": 1, "state": "submitted", "values": %s, "derived": [],
                             "notApplicable": [], "warnings": [], "submittedBy": "李文", "source": "api", "late": false,
                             "submittedAt": "2019-01-08T01:30:00Z"}
                            """.formatted(code, unit, figures));
                }
            }
        }
        return before;
    }

    private static void send(
            KafkaProducer<String, String> producer,
            int partitions,
            String collection,
            String key,
            String type,
            String data) {
        int partition = Utils.toPositive(Utils.murmur2(collection.getBytes(UTF_8))) % partitions;
        var record = new ProducerRecord<>(TOPIC, partition, key, data);
        record.headers().add("ce_type", type.getBytes(UTF_8));
        var unused = producer.send(record, (place, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("The log cannot be filled", failure);
            }
        });
    }
}
