package gongkai.deploy.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker in KRaft mode, in this JVM, that keeps its log in one folder. */
public final class LocalKafka implements AutoCloseable {

    /** More than the instances of a service that one machine will run, so that each has work. */
    private static final int PARTITIONS = 8;

    private static final short ONE_REPLICA = 1;

    private static final List<String> TOPICS = List.of("gongkai.submissions", "gongkai.totals");

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private LocalKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker and creates the platform's topics where they are missing.
     *
     * @param directory keeps the log: formatted when it is new, continued when it is not
     * @param port where clients connect, on the loopback address only
     */
    public static LocalKafka start(Path directory, int port) {
        return start(directory, port, Map.of(), Map.of());
    }

    /** @param detours by which some clients come, who are told to come that way again */
    static LocalKafka start(Path directory, int port, List<ProxiedPort> detours) {
        return start(directory, port, detours, Map.of(), Map.of());
    }

    /**
     * @param settings of the broker's own, besides ours or in their place
     * @param clients what clients need to reach it then
     */
    public static LocalKafka start(
            Path directory, int port, Map<String, String> settings, Map<String, String> clients) {
        return start(directory, port, List.of(), settings, clients);
    }

    private static LocalKafka start(
            Path directory,
            int port,
            List<ProxiedPort> detours,
            Map<String, String> settings,
            Map<String, String> clients) {
        // Kafka loads parts of itself through the thread's class loader. Under Quarkus's tests that is another one than
        // ours, and
        // the parts would not fit together.
        var thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(LocalKafka.class.getClassLoader());
        try {
            return startHere(directory, port, detours, settings, clients);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private static LocalKafka startHere(
            Path directory,
            int port,
            List<ProxiedPort> detours,
            Map<String, String> settings,
            Map<String, String> clients) {
        Properties properties = properties(directory, port, detours);
        properties.putAll(settings);
        if (Files.notExists(directory.resolve("meta.properties"))) {
            format(directory, properties);
        }

        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        var kafka = new LocalKafka(server, "127.0.0.1:" + port);
        kafka.createTopics(clients);
        return kafka;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path directory, int port, List<ProxiedPort> detours) {
        int controllerPort = FreePort.any();
        // A listener for each detour, because a client is told the address to go on with by the listener that it came
        // to.
        String listeners = names(detours)
                .map(number -> ",DETOUR%d://127.0.0.1:%d"
                        .formatted(number, detours.get(number).to()))
                .collect(Collectors.joining());
        String advertised = names(detours)
                .map(number -> ",DETOUR%d://127.0.0.1:%d"
                        .formatted(number, detours.get(number).at()))
                .collect(Collectors.joining());
        String protocols = names(detours).map(",DETOUR%d:PLAINTEXT"::formatted).collect(Collectors.joining());
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d%s".formatted(port, controllerPort, listeners)),
                Map.entry("advertised.listeners", "CLIENT://127.0.0.1:%d%s".formatted(port, advertised)),
                Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT" + protocols),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", directory.toString()),
                // A topic that nobody declared is a misspelt one.
                Map.entry("auto.create.topics.enable", "false"),
                // There is one broker: Kafka's own topics must not wait for a second.
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // After a kill -9 the broker waits until its former self is given up; there is nobody else to wait for.
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "2000"),
                // Compaction may use a tenth of a small heap, not the half that a big one would spare.
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                // Nobody else is about to join: the first member need not wait three seconds for company.
                Map.entry("group.initial.rebalance.delay.ms", "0")));
        return properties;
    }

    private static Stream<Integer> names(List<ProxiedPort> detours) {
        return IntStream.range(0, detours.size()).boxed();
    }

    private static void format(Path directory, Properties properties) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile("gongkai-kafka", ".properties");
            // As bytes, in which every other letter of a path is escaped: Kafka reads the file as Latin-1.
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, null);
            }
            var said = new ByteArrayOutputStream();
            var print = new PrintStream(said, true, StandardCharsets.UTF_8);
            int exit = StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, print);
            Files.delete(file);
            if (exit != 0) {
                throw new IllegalStateException(
                        "Kafka could not prepare %s: %s".formatted(directory, said.toString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not prepare " + directory, e);
        }
    }

    private void createTopics(Map<String, String> clients) {
        Map<String, Object> access = new HashMap<>(clients);
        access.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var admin = Admin.create(access)) {
            var compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            var topics = TOPICS.stream()
                    .flatMap(name -> List.of(
                            new NewTopic(name, PARTITIONS, ONE_REPLICA).configs(compacted),
                            new NewTopic(name + ".dead-letter", 1, ONE_REPLICA))
                            .stream())
                    .collect(Collectors.toList());
            for (var creation : admin.createTopics(topics).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Kafka could not create its topics", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka created its topics", e);
        }
    }
}
