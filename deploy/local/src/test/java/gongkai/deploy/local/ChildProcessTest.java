package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void one_that_dies_is_reported_with_its_last_words_and_its_log() {
        Path log = directory.resolve("broken.log");

        var broken = ChildProcess.java("broken-service", List.of("-jar", "missing.jar"), Map.of(), log);

        assertThat(broken.ended()).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(broken.died())
                .hasMessageContaining("broken-service")
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("missing.jar")
                .hasMessageContaining(log.toString());
    }

    @Test
    void the_broker_runs_as_a_process_and_survives_a_kill() {
        int port = FreePort.any();

        var killed = startBroker(port, "first");
        killed.kill();
        var restarted = startBroker(port, "second");
        restarted.stop();

        assertThat(restarted.handle().isAlive()).isFalse();
        assertThat(directory.resolve("first.log")).content().contains("Kafka Server started");
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

    private ChildProcess startBroker(int port, String name) {
        Path ready = directory.resolve(name + ".ready");
        var broker = ChildProcess.java(
                name,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        directory.resolve("kafka").toString(),
                        String.valueOf(port),
                        ready.toString()),
                Map.of(),
                directory.resolve(name + ".log"));
        await().atMost(60, TimeUnit.SECONDS).until(() -> {
            broker.requireAlive();
            return Files.exists(ready);
        });
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
