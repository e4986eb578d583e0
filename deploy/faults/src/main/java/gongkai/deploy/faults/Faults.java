package gongkai.deploy.faults;

import gongkai.deploy.faults.FaultRun.Outcome;
import gongkai.deploy.local.ProjectLayout;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/faults/run}: whether anything that was acknowledged is lost or counts twice, whatever dies. */
@Command(
        name = "deploy/faults/run",
        description =
                "Starts the platform, lets many units report to it, and breaks one part after the other; then compares what is"
                        + " there with what was acknowledged. Ends with status 1 when anything is lost, doubled or otherwise wrong.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Faults implements Callable<Integer> {

    private static final int WRONG = 1;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "3",
            description = "How long things break, all seeds together. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many seeds are drawn, each for a platform of its own. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "This one, and those that follow it; for the same faults and the same decisions of all people again.")
    private Long seed;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            description = "Faults whose kind begins so, such as \"kill\" or \"network cut\".")
    private String only = "";

    @Option(
            names = "--older",
            paramLabel = "DIR",
            description =
                    "A clone of an older version that has been built: the services begin as of that version, and rolling upgrades make them"
                            + " this one.")
    private Path older;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "faults",
            description =
                    "Takes faults.json, the journals, and the logs where something is wrong. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));
        long first = seed == null ? new Random().nextInt(1_000_000) : seed;
        List<Outcome> outcomes = new ArrayList<>();
        Duration each = Duration.ofMinutes(minutes).dividedBy(seeds);
        for (long number = first; number < first + seeds; number++) {
            outcomes.add(new FaultRun(
                            home, older == null ? home : new ProjectLayout(older.toAbsolutePath()), number, folder, out)
                    .run(Schedule.drawn(number, fault -> fault.kind().startsWith(only)), each, true));
        }
        var table = new Table(outcomes);
        table.print(out);
        table.write(folder.resolve("faults.json"));
        out.println("Written to " + folder.resolve("faults.json").toAbsolutePath());
        return table.isClean() ? CommandLine.ExitCode.OK : WRONG;
    }
}
