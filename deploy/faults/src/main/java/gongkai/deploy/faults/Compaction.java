package gongkai.deploy.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Lets the broker forget at once, as it does sooner or later, every event that a later one of its key has replaced. */
final class Compaction {

    private static final Duration READING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = 1_000;

    /** Every broker of the cluster. */
    private static final ConfigResource BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    private static final Map<String, String> EAGER_BROKERS = Map.of("log.cleaner.backoff.ms", "200");
    private static final Map<String, String> EAGER_TOPIC = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, "500",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.001");

    /** The position of an event in the topic. */
    private record Place(int partition, long offset) {}

    private final FaultEnvironment stage;
    private final String topic;

    Compaction(FaultEnvironment stage, String topic) {
        this.stage = stage;
        this.topic = topic;
    }

    /** Returns when something was forgotten, or nothing has been for long. */
    void happen() throws InterruptedException {
        Set<Place> replaced = replaced();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stage.platform().bootstrapServers()))) {
            configure(admin, BROKERS, EAGER_BROKERS, OpType.SET);
            configure(admin, resource, EAGER_TOPIC, OpType.SET);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (replaced().containsAll(replaced) && System.nanoTime() < end) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            configure(admin, resource, EAGER_TOPIC, OpType.DELETE);
            configure(admin, BROKERS, EAGER_BROKERS, OpType.DELETE);
        }
    }

    /** The events that a later one has replaced. */
    private Set<Place> replaced() {
        Set<String> later = new HashSet<>();
        var replaced = new HashSet<Place>();
        var events = Log.of(stage, topic, READING).events();
        for (int index = events.size() - 1; index >= 0; index--) {
            var event = events.get(index);
            if (!later.add(new String(event.key(), UTF_8))) {
                replaced.add(new Place(event.partition(), event.offset()));
            }
        }
        return replaced;
    }

    private static void configure(Admin admin, ConfigResource of, Map<String, String> settings, OpType how)
            throws InterruptedException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), how))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(of, changes)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not let itself be told what to forget", e.getCause());
        }
    }
}
