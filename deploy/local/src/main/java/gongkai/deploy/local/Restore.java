package gongkai.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/restore}: a backup becomes a folder from which {@code deploy/run --data} goes on. */
@Command(
        name = "deploy/restore",
        description = {
            "Checks the backup, copies it to a new folder and lets PostgreSQL bring it to the moment that is wanted. "
                    + "Kafka's log is not in a backup: it begins empty, and the services tell it what they know."
        },
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Restore implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSx");

    private static final String SETTINGS = "postgresql.auto.conf";

    @Parameters(paramLabel = "BACKUP", description = "The folder of the backup.")
    private Path backup;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "A folder that is empty, or not there yet.")
    private Path to;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "As of this moment (2026-01-31T17:00:00+08:00); default: the latest that there is.")
    private Instant at;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final Home home = new Home(Path.of(System.getProperty("gongkai.home")));
    private final Console console = Console.standardOutput(false);

    static final class InstantConverter implements CommandLine.ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    /** @return the exit status */
    public static int run(String... arguments) {
        return new CommandLine(new Restore())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("deploy/restore: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        KeptBase base = base();
        base.verify();
        console.done("Every file is as it was written");
        requireEmpty();
        try (var directory = DataDirectory.keptAt(to)) {
            restore(base, directory);
        }
        return CommandLine.ExitCode.OK;
    }

    /** The newest that was whole by then: it has the least log to go through. */
    private KeptBase base() {
        List<KeptBase> bases = KeptBase.in(backup);
        if (bases.isEmpty()) {
            throw new CannotRun("There is no backup in " + backup);
        }
        List<KeptBase> fit = at == null
                ? bases
                : bases.stream()
                        .filter(base ->
                                !base.wholeFrom().isAfter(at) && !base.reaches().isBefore(at))
                        .toList();
        if (fit.isEmpty()) {
            throw new CannotRun("%s knows nothing of %s; what can be restored is: %s"
                    .formatted(
                            backup,
                            at,
                            String.join(
                                    ", ",
                                    bases.stream()
                                            .map(base -> "%s to %s".formatted(base.wholeFrom(), base.reaches()))
                                            .toList())));
        }
        return fit.get(fit.size() - 1);
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(to) && !FileUtils.isEmptyDirectory(to.toFile())) {
            throw new CannotRun("%s is not empty: choose another folder, so that nothing is overwritten".formatted(to));
        }
    }

    private void restore(KeptBase base, DataDirectory directory) throws IOException {
        Path cluster = directory.postgres();
        OwnersZip.unpack(base.path(KeptBase.FILES), cluster);
        for (KeptBase.KeptFile beside : base.files(path -> path.startsWith(KeptBase.BESIDE))) {
            OwnersZip.unpack(base.path(beside.path()), directory.path());
        }
        Files.writeString(cluster.resolve("backup_label"), base.manifest().label());
        new BackedUpLog(base).copyTo(cluster.resolve("pg_wal"));
        Path settings = cluster.resolve(SETTINGS);
        byte[] usual = Files.readAllBytes(settings);
        Files.writeString(settings, recovery(), StandardOpenOption.APPEND);
        Files.createFile(cluster.resolve("recovery.signal"));
        console.done("Copied to " + directory.path());
        if (base.manifest().platform()) {
            Path binaries = home.postgresBinaries(directory.path());
            new Recovery(cluster, directory.log("postgresql"), binaries).run();
            Files.write(settings, usual);
            console.done("PostgreSQL is as of %s".formatted(at == null ? base.reaches() : at));
            console.say("To go on from there: deploy/run --data " + directory.path());
        } else {
            console.say(
                    "To go on from there: start PostgreSQL %d on %s; it brings itself to that moment. Then take the last lines out of %s."
                            .formatted(base.manifest().version() / 10_000, cluster, SETTINGS));
        }
    }

    /** All of the log is there already: there is none to fetch. */
    private String recovery() {
        String everything = """

                restore_command = 'false'
                recovery_target_timeline = 'current'
                """;
        return at == null
                ? everything
                : everything + """
                        recovery_target_time = '%s'
                        recovery_target_action = 'promote'
                        """.formatted(at.atOffset(ZoneOffset.UTC).format(TIME));
    }
}
