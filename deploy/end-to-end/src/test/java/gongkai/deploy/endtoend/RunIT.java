package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.Ports;
import gongkai.deploy.local.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/run} as its user has it. */
class RunIT {

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Ports ports = Ports.free();

    @TempDir
    Path data;

    @Test
    void it_publishes_the_report_lets_people_act_and_leaves_no_process_behind_when_it_is_stopped() throws IOException {
        Process run = start();
        List<String> said = readUntil(run.inputReader(), "Ctrl-C stops everything.");
        int opened = given().auth()
                .oauth2(token("bureau-editor"))
                .get(ports.uri(Service.SUBMISSION) + "/v1/collections")
                .statusCode();
        List<ProcessHandle> processes = Stream.concat(run.toHandle().descendants(), Stream.of(postmaster()))
                .toList();

        run.destroy();

        assertThat(said).anyMatch(line -> line.contains("58 of 58 figures are as expected"));
        assertThat(said).anyMatch(line -> line.strip().startsWith("deploy/token bureau-editor"));
        assertThat(opened).isEqualTo(200);
        // The broker, three services, the watchdog and PostgreSQL.
        assertThat(processes).hasSizeGreaterThanOrEqualTo(6);
        await("every process ended").atMost(STOP).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(run.onExit()).succeedsWithin(STOP);
    }

    /** As {@code deploy/token} prints it. */
    private static String token(String role) throws IOException {
        var builder = new ProcessBuilder(
                SharedPlatform.HOME.root().resolve("deploy/token").toString(), role);
        try (var printed = builder.start().inputReader()) {
            return printed.readLine();
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                SharedPlatform.HOME.root().resolve("deploy/run").toString(),
                "--data=" + data,
                "--submission-port=" + ports.submission(),
                "--aggregation-port=" + ports.aggregation(),
                "--publication-port=" + ports.publication(),
                "--postgres-port=" + ports.postgres(),
                "--kafka-port=" + ports.kafka());
        // The same Java as this test's, and a folder that is not the repository's.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.directory(data.toFile()).redirectErrorStream(true).start();
    }

    private static List<String> readUntil(BufferedReader output, String last) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                return lines;
            }
        }
        throw new AssertionError("It ended before it was ready:\n" + String.join("\n", lines));
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }
}
