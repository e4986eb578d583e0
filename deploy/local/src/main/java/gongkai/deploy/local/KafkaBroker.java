package gongkai.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@link LocalKafka} as a process of its own, so that it can be killed, and its memory told from ours. */
final class KafkaBroker {

    private static final Logger LOG = Logger.getLogger(KafkaBroker.class.getName());

    private KafkaBroker() {}

    /** Takes the folder of the log, the port, a file to create when the broker and its topics are there, and any detours. */
    public static void main(String[] arguments) {
        try {
            var kafka = LocalKafka.start(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Stream.of(arguments).skip(3).map(Detour::parse).toList());
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
            Files.createFile(Path.of(arguments[2]));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "Kafka could not start", e);
            // Half a broker has threads that would keep the process alive.
            Runtime.getRuntime().halt(1);
        }
    }
}
