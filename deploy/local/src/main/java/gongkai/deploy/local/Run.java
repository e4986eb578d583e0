package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/run}: the whole system on this machine, from 21 units' figures to a published report. */
@Command(
        name = "deploy/run",
        description = {
            "Starts PostgreSQL, Kafka and the three services, collects the sample's 21 submissions, publishes the report, "
                    + "and stays up until Ctrl-C."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the report was published as expected (--once)",
            "1:it cannot run; the message says why",
            "2:the options are wrong",
            "3:a published figure is not the expected one (--once)"
        },
        sortOptions = false,
        sortSynopsis = false,
        usageHelpAutoWidth = true)
final class Run implements Callable<Integer> {

    private static final int FIGURES_DIFFER = 3;

    private final Console console = Console.standardOutput(Boolean.getBoolean("gongkai.terminal"));
    private final Home home = new Home(Path.of(System.getProperty("gongkai.home")));

    @Option(names = "--once", description = "End after the report is published.")
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep databases and logs in DIR, and go on from what is there (default: a temporary folder).")
    private Path data;

    @Option(names = "--submission-port", paramLabel = "PORT", defaultValue = "8081", description = DEFAULT)
    private int submissionPort;

    @Option(names = "--aggregation-port", paramLabel = "PORT", defaultValue = "8082", description = DEFAULT)
    private int aggregationPort;

    @Option(names = "--publication-port", paramLabel = "PORT", defaultValue = "8083", description = DEFAULT)
    private int publicationPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "15432", description = DEFAULT)
    private int postgresPort;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "19092", description = DEFAULT)
    private int kafkaPort;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";

    public static void main(String[] arguments) {
        // What goes wrong is said by us, in one line; what the libraries think of it is in the log files.
        Logger.getLogger("").setLevel(Level.OFF);

        var signals = Signals.interrupt(Thread.currentThread());
        int exitCode;
        try {
            exitCode = new CommandLine(new Run())
                    .setExecutionExceptionHandler((problem, command, parsed) -> exitCode(problem))
                    .execute(arguments);
            // A start that was interrupted half-way may have left somebody, such as initdb.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            signals.release();
        }
        System.exit(exitCode);
    }

    private static int exitCode(Exception problem) throws Exception {
        if (problem instanceof Stopped) {
            return CommandLine.ExitCode.OK;
        }
        if (problem instanceof CannotRun) {
            System.err.println("deploy/run: " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }

    @Override
    public Integer call() {
        var ports = new Ports(submissionPort, aggregationPort, publicationPort, postgresPort, kafkaPort);
        ports.requireFree();
        try (var directory = data == null ? DataDirectory.temporary() : DataDirectory.keptAt(data)) {
            console.say("Data and logs: %s%s"
                    .formatted(directory.path(), directory.isTemporary() ? " (removed at the end)" : ""));
            try (var platform = Platform.start(home, directory, ports, console::done)) {
                boolean asExpected = publishSample(platform);
                if (once) {
                    return asExpected ? CommandLine.ExitCode.OK : FIGURES_DIFFER;
                }
                console.say("Ctrl-C stops everything.");
                throw platform.awaitDeath();
            } catch (CannotRun e) {
                directory.keepLogs();
                directory.requireSpace(e);
                throw e;
            }
        }
    }

    /** @return whether every figure of the published report is the expected one */
    private boolean publishSample(Platform platform) {
        var sample = Sample.read(home.sample());
        var clerk = new Clerk(platform, sample);

        JsonNode collection = clerk.openCollection();
        console.done("Collection %s of %s: %d units"
                .formatted(
                        sample.code(),
                        collection.path("bureau").path("name").asText(),
                        collection.path("units").size()));

        Map<String, Long> revisions = Map.of();
        if (collection.path("state").asText().equals("open")) {
            revisions = clerk.submitAll(console::progress);
            console.done("%d submissions accepted".formatted(revisions.size()));
        }

        JsonNode totals = clerk.awaitTotals(revisions);
        console.done("Totals, revision %d: %d of %d units counted"
                .formatted(
                        totals.path("revision").asLong(),
                        totals.path("progress").path("submitted").asInt(),
                        totals.path("progress").path("expected").asInt()));

        clerk.putNarrative();
        console.done("Narrative of %d sections"
                .formatted(sample.narrative().path("sections").size()));

        clerk.publish(totals);
        JsonNode report = clerk.published().orElseThrow();
        console.done("Edition %d published".formatted(report.path("edition").asInt()));

        return show(platform, clerk, report, Comparison.of(report, sample.expected()));
    }

    private boolean show(Platform platform, Clerk clerk, JsonNode report, Comparison comparison) {
        console.say("%n%s%n%n%s%n".formatted(report.toPrettyString(), comparison.table()));
        console.say("%d of %d figures are as expected. The report: %s"
                .formatted(comparison.equal(), comparison.lines().size(), clerk.reportUri()));
        console.say("From nothing running to the published report: %.1f s".formatted(console.seconds()));
        for (Footprint footprint : platform.footprints()) {
            console.say("  %-20s %4d MiB".formatted(footprint.name(), footprint.mebibytes()));
        }
        return comparison.isEqual();
    }
}
