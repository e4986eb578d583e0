package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@link LocalKafka} as a process of its own, so that it can be killed, and its memory told from ours. */
final class KafkaBroker {

    private static final Logger LOG = Logger.getLogger(KafkaBroker.class.getName());

    private static final List<String> JAVA = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %3$s: %5$s%6$s%n",
            "-cp",
            System.getProperty("java.class.path"),
            KafkaBroker.class.getName());

    private KafkaBroker() {}

    /** Starts the process; the broker may not be there yet. */
    static ChildProcess launch(DataDirectory data, int port, List<ProxiedPort> detours) {
        try {
            Files.deleteIfExists(data.kafkaIsReady());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + data.kafkaIsReady(), e);
        }
        var arguments = new ArrayList<>(JAVA);
        arguments.addAll(List.of(
                data.kafka().toString(),
                String.valueOf(port),
                data.kafkaIsReady().toString()));
        detours.forEach(detour -> arguments.add(detour.toString()));
        return ChildProcess.java("Kafka", arguments, Map.of(), data.log("kafka"));
    }

    /** Takes the folder of the log, the port, a file to create when the broker and its topics are there, and any detours. */
    public static void main(String[] arguments) {
        try {
            var kafka = LocalKafka.start(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Stream.of(arguments).skip(3).map(ProxiedPort::parse).toList());
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
            Files.createFile(Path.of(arguments[2]));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "Kafka could not start", e);
            // Half a broker has threads that would keep the process alive.
            Runtime.getRuntime().halt(1);
        }
    }
}
