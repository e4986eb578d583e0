package gongkai.submission.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.submission.log.Logs;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Whether the log holds what this database believes. Where it is a new one, or has lost its end, it is told everything again. Where the
 * database was restored as it was before, the log knows more: what that is, others must hear.
 */
@ApplicationScoped
class ToldLog {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final Logs logs;
    private final Event<LogIsNew> renewals;
    private final Event<ToldBefore> discoveries;

    ToldLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            Logs logs,
            Event<LogIsNew> renewals,
            Event<ToldBefore> discoveries) {
        this.kafka = kafka;
        this.config = config;
        this.logs = logs;
        this.renewals = renewals;
        this.discoveries = discoveries;
    }

    /**
     * To be called before anything is told.
     *
     * @return which log it is
     */
    String compare(OutboxQueue outbox) throws SQLException {
        String log = logs.of(config.topic());
        Map<Integer, Long> told = outbox.positions(log);
        Map<Integer, Long> ends = readOn(told);
        if (!isWhole(told, ends)) {
            Log.infof("The log of %s (%s) does not hold what it should: it is told everything", config.topic(), log);
            renewals.fire(new LogIsNew());
        }
        outbox.advance(log, ends);
        return log;
    }

    private static boolean isWhole(Map<Integer, Long> told, Map<Integer, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> told.getOrDefault(end.getKey(), Long.MAX_VALUE) <= end.getValue());
    }

    /** Reads what stands behind what we know that we told, and says where the log ends; usually nothing does. */
    private Map<Integer, Long> readOn(Map<Integer, Long> told) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(config.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.min(told.getOrDefault(partition.partition(), 0L), end)));
            while (!isAt(ends, consumer)) {
                List<String> ours = new ArrayList<>();
                consumer.poll(POLL).forEach(event -> {
                    if (isOurs(event)) {
                        ours.add(event.value());
                    }
                });
                if (!ours.isEmpty()) {
                    discoveries.fire(new ToldBefore(ours));
                }
            }
            return ends.entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private boolean isOurs(ConsumerRecord<String, String> event) {
        var source = event.headers().lastHeader("ce_source");
        return event.value() != null && source != null && config.source().equals(new String(source.value(), UTF_8));
    }
}
