package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/benchmark/run} as its user runs it. Its figures are not judged here: a test that asserts a speed fails at whim. */
@Tag("thorough")
class BenchmarkIT {

    @TempDir
    Path folder;

    @Test
    void it_measures_each_figure_beside_its_floor_and_writes_them_down() throws Exception {
        Path written = folder.resolve("benchmark.json");

        Process run = start("--only=reads", "--seconds=1", "--json=" + written);
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(said).isZero();
        JsonNode result = new ObjectMapper().readTree(Files.readString(written));
        List<JsonNode> rates = result.path("measurements").findParents("ratio").stream()
                .filter(one -> one.path("unit").asText().equals("/s"))
                .toList();
        assertThat(rates).hasSize(4).allSatisfy(rate -> {
            assertThat(rate.path("value").asLong()).isPositive();
            assertThat(rate.path("floor").asLong()).isPositive();
            assertThat(said).contains(rate.path("what").asText());
        });
        assertThat(result.path("machine").path("postgresql").asText()).contains("fsync=on", "synchronous_commit=on");
    }

    private Process start(String... arguments) throws IOException {
        var command = new ProcessBuilder(
                SharedPlatform.HOME.root().resolve("deploy/benchmark/run").toString());
        command.command().addAll(List.of(arguments));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return command.directory(folder.toFile()).redirectErrorStream(true).start();
    }
}
