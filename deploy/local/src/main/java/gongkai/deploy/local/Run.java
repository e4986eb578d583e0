package gongkai.deploy.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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
    private static final String DEFAULT = "Default: ${DEFAULT-VALUE}.";

    private final ProgressOutput console = ProgressOutput.standardOutput(Boolean.getBoolean("gongkai.terminal"));
    private final ProjectLayout home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));

    private volatile boolean stopping;

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

    public static void main(String[] arguments) {
        // We report a failure in one line; the libraries' messages are in the log files.
        Logger.getLogger("").setLevel(Level.OFF);

        var run = new Run();
        int exitCode = new CommandLine(run)
                .setExecutionExceptionHandler((problem, command, parsed) -> run.exitCode(problem))
                .execute(arguments);
        System.exit(exitCode);
    }

    @Override
    public Integer call() {
        var ports = new Ports(submissionPort, aggregationPort, publicationPort, postgresPort, kafkaPort);
        try (var directory = data == null ? DataDirectory.temporary() : DataDirectory.keptAt(data);
                var platform = new Platform(home, directory, ports)) {
            stopWhenAsked(platform, directory);
            ports.requireFree();
            console.say("Data and logs: %s%s"
                    .formatted(directory.path(), directory.isTemporary() ? " (removed at the end)" : ""));
            return run(platform, directory);
        }
    }

    private int run(Platform platform, DataDirectory directory) {
        try {
            platform.start(console::done);
            home.runs(directory);
            boolean asExpected = new Demonstration(platform, Sample.read(home.sample()), console).publish();
            if (once) {
                return asExpected ? CommandLine.ExitCode.OK : FIGURES_DIFFER;
            }
            console.say(
                    "To act as somebody, in another terminal: curl -H \"Authorization: Bearer $(deploy/token ROLE)\" …");
            Stream.of(Role.values()).map(Role::line).forEach(console::say);
            console.say("Ctrl-C stops everything.");
            throw platform.awaitDeath();
        } catch (CannotRun e) {
            if (!stopping) {
                directory.keepLogs();
                directory.requireSpace(e);
            }
            throw e;
        }
    }

    /** On Ctrl-C and SIGTERM the JVM waits for this, whatever the main thread is doing. */
    private void stopWhenAsked(Platform platform, DataDirectory directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            platform.close();
            home.runsNoMore(directory);
            directory.close();
        }));
    }

    private int exitCode(Exception problem) throws Exception {
        if (stopping) {
            // It broke because we are taking everything down; the signal decides the exit status.
            return CommandLine.ExitCode.OK;
        }
        if (problem instanceof CannotRun) {
            System.err.println("deploy/run: " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }
}
