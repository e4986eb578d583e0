package gongkai.deploy.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Ports;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/benchmark/run}: how fast the services are, beside what this machine does at best. */
@Command(
        name = "deploy/benchmark/run",
        description =
                "Starts the platform on a database that loses nothing, measures, prints a table and writes it as JSON. "
                        + "The load comes from the same machine, so the ratios say more than the figures.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Benchmark implements Callable<Integer> {

    /**
     * As an operator would run a service on a small machine: with two processors, a JVM that compiles its code as well as it can takes
     * more of them for minutes than it gives back.
     */
    static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Ingest ingest = new Ingest();
    private final List<Metric> measures = List.of(ingest, new Freshness(), new Reads(), new CatchUp(), new StartUp());

    @Option(names = "--only", paramLabel = "NAME", description = "One of ingest, freshness, reads, catch-up, start-up.")
    private String only;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "For each closed loop. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--collections",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "In the log for the catch-up, with 20 submissions each; a tenth is measured beside it. Default: ${DEFAULT-VALUE}.")
    private int collections;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "benchmark.json",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path json;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));
        List<Measurement> measurements = new ArrayList<>();
        try (var data = DataDirectory.temporary();
                var platform = new Platform(home, data, Ports.free(), JVM)) {
            platform.start(part -> {});
            Sample sample = Sample.read(home.sample());
            String token = platform.issuer().token(Person.ofEveryRole(sample.bureau()), Duration.ofDays(1));
            var setting = new BenchmarkEnvironment(platform, sample, Duration.ofSeconds(seconds), collections, token);
            // A service that has just been started runs at a fraction of its speed, until it is compiled.
            ingest.warmUp(setting);
            out.printf("| | measured | floor | ratio | aim |%n|---|---|---|---|---|%n");
            for (Metric measure : measures) {
                if (only == null || only.equals(measure.name())) {
                    Backlog.await(setting);
                    for (Measurement one : measure.measure(setting)) {
                        measurements.add(one);
                        print(one);
                    }
                }
            }
        }
        write(measurements);
        return CommandLine.ExitCode.OK;
    }

    /** As a line of the table in the README. */
    private void print(Measurement one) {
        out.printf(
                "| %s | %,d %s | %s | %s | %s |%n",
                one.what(),
                one.value(),
                one.unit(),
                one.floor() == 0 ? "" : "%,d".formatted(one.floor()),
                one.ratio() == null ? "" : one.ratio(),
                one.aim());
    }

    private void write(List<Measurement> measurements) throws IOException {
        var mapper = new ObjectMapper();
        ObjectNode result = mapper.createObjectNode();
        result.putObject("machine")
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"))
                .put("services", String.join(" ", JVM))
                .put("postgresql", "fsync=on synchronous_commit=on full_page_writes=on")
                .put("measuredAt", Instant.now().toString());
        var lines = result.putArray("measurements");
        for (Measurement one : measurements) {
            lines.addObject()
                    .put("what", one.what())
                    .put("value", one.value())
                    .put("unit", one.unit())
                    .put("floor", one.floor())
                    .put("ratio", one.ratio())
                    .put("aim", one.aim());
        }
        Files.writeString(json, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        out.println("Written to " + json.toAbsolutePath());
    }
}
