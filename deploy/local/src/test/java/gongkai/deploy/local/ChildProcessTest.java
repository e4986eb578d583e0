package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path directory;

    @Test
    void one_that_dies_is_not_waited_for_but_reported_with_its_last_words_and_its_log() {
        Path log = directory.resolve("broken.log");

        var broken = ChildProcess.java("broken-service", List.of("-jar", "missing.jar"), Map.of(), log);

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> broken.awaitReady(() -> false))
                .withMessageContaining("broken-service")
                .withMessageContaining("exit code 1")
                .withMessageContaining("missing.jar")
                .withMessageContaining(log.toString());
    }

    @Test
    void the_broker_runs_as_a_process_and_survives_a_kill() {
        int port = FreePort.any();
        try (var data = DataDirectory.keptAt(directory)) {
            var killed = startBroker(data, port);
            killed.kill();

            var restarted = startBroker(data, port);
            restarted.stop();

            assertThat(restarted.handle().isAlive()).isFalse();
            assertThat(data.log("kafka")).content().containsSubsequence("Kafka Server started", "Kafka Server started");
        }
    }

    @Test
    void the_watchdog_ends_processes_whose_owner_was_killed() throws Exception {
        var owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(owner.inputReader().readLine());
        var child = ProcessHandle.of(pid).orElseThrow();

        owner.destroyForcibly();

        assertThat(child.onExit()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private static ChildProcess startBroker(DataDirectory data, int port) {
        var broker = KafkaBroker.launch(data, port, List.of());
        broker.awaitReady(() -> Files.exists(data.kafkaIsReady()));
        return broker;
    }

    /** Starts a child, has it watched, tells its number, and waits to be killed. */
    static final class Owner {

        public static void main(String[] arguments) throws Exception {
            var child = new ProcessBuilder("sleep", "600").start();
            Watchdog.start().watch(child.toHandle());
            System.out.println(child.pid());
            child.waitFor();
        }
    }
}
