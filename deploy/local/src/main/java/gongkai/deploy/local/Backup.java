package gongkai.deploy.local;

import gongkai.deploy.local.KeptBase.KeptFile;
import gongkai.deploy.local.KeptBase.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/backup}: what a running platform, or any PostgreSQL, holds, and from then on what has changed. */
@Command(
        name = "deploy/backup",
        description = {
            "The first time, copies the databases as they are, while they are in use; after that, fetches the log of what has changed, "
                    + "so that any moment since can be restored. Everything is read again and compared before it counts."
        },
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Backup implements Callable<Integer> {

    private static final String ADMINISTRATOR = "postgres";

    @Parameters(
            paramLabel = "BACKUP",
            description = "The folder of the backup; its owner's alone, for it holds secrets.")
    private Path backup;

    @ArgGroup(multiplicity = "1")
    private Source source;

    static final class Source {

        @Option(names = "--data", paramLabel = "DIR", description = "The running platform of deploy/run --data DIR.")
        private Path data;

        @Option(
                names = "--database",
                paramLabel = "URL",
                description = "Any PostgreSQL, as jdbc:postgresql://HOST/postgres; PGUSER and PGPASSWORD say as whom.")
        private String database;
    }

    @Option(names = "--new-base", description = "Copy the databases anew, which makes restoring quicker.")
    private boolean newBase;

    @Option(
            names = "--follow",
            paramLabel = "SECONDS",
            description = "Stay, and fetch the log as often as this until Ctrl-C: no more than that can be lost.")
    private Integer follow;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final Console console = Console.standardOutput(false);
    private final CountDownLatch stopping = new CountDownLatch(1);

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    /** @return the exit status */
    public static int run(String... arguments) {
        return new CommandLine(new Backup())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("deploy/backup: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws SQLException, IOException, InterruptedException {
        KeptBase base;
        try (var cluster = connect()) {
            base = fetchOrTake(cluster);
            keepWhatStandsBeside(base);
        }
        console.done("%s can be restored as of any moment from %s to %s"
                .formatted(base.path(""), base.wholeFrom(), base.reaches()));
        if (follow != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopping::countDown));
            follow(base);
        }
        return CommandLine.ExitCode.OK;
    }

    private SourceCluster connect() throws SQLException {
        if (source.data != null) {
            return SourceCluster.connect(
                    LocalPostgres.administration(new DataDirectory.Layout(source.data).postgres()), new Properties());
        }
        var credentials = new Properties();
        credentials.setProperty("user", System.getenv().getOrDefault("PGUSER", ADMINISTRATOR));
        Optional.ofNullable(System.getenv("PGPASSWORD"))
                .ifPresent(password -> credentials.setProperty("password", password));
        return SourceCluster.connect(source.database, credentials);
    }

    private KeptBase fetchOrTake(SourceCluster cluster) throws SQLException, IOException {
        List<KeptBase> bases = KeptBase.in(backup);
        requireTheSame(cluster.identity(), bases);
        List<KeptBase> continued = new ArrayList<>();
        for (KeptBase base : bases) {
            Manifest manifest = base.manifest();
            if (manifest.timeline() == cluster.identity().timeline() && cluster.hasSlot(manifest.slot())) {
                continued.add(base);
            }
        }
        KeptBase newest = continued.isEmpty() || newBase ? take(cluster) : continued.get(continued.size() - 1);
        // Up to here an older one goes on, so that there is no moment between it and the next.
        for (KeptBase base : continued) {
            new BackedUpLog(base).fetch(cluster);
            if (!base.equals(newest)) {
                cluster.dropSlot(base.manifest().slot());
            }
        }
        return newest;
    }

    private void requireTheSame(SourceCluster.Identity identity, List<KeptBase> bases) {
        if (bases.stream().anyMatch(base -> !base.manifest().system().equals(identity.system()))) {
            throw new CannotRun("%s is the backup of another PostgreSQL: choose another folder".formatted(backup));
        }
    }

    /** Copies the files as they are, and the log of what happened meanwhile, which makes them whole. */
    private KeptBase take(SourceCluster cluster) throws SQLException, IOException {
        if (cluster.hasTablespaces()) {
            throw new CannotRun(
                    "This PostgreSQL keeps tables outside of its folder (tablespaces), which this command cannot copy:"
                            + " use pg_basebackup");
        }
        Instant began = cluster.now();
        KeptBase base = KeptBase.begin(backup.resolve(began.toString().replace(':', '-')));
        String slot = "gongkai_" + UUID.randomUUID().toString().replace("-", "");
        cluster.makeSlot(slot);
        try {
            ServerPosition from = cluster.begin("gongkai " + began);
            var copy = new ClusterCopy(cluster);
            KeptFile files = base.keep(KeptBase.FILES, copy::writeTo);
            SourceCluster.Finished finished = cluster.finish();
            var identity = cluster.identity();
            String logFrom = from.beginOfSegment(identity.segmentBytes()).toString();
            String now = cluster.now().toString();
            var manifest = new Manifest(
                    identity.system(),
                    identity.timeline(),
                    identity.version(),
                    identity.segmentBytes(),
                    source.data != null,
                    slot,
                    finished.label(),
                    logFrom,
                    logFrom,
                    now,
                    now,
                    List.of(files));
            new BackedUpLog(base).fetch(cluster, manifest);
            console.done("A new base: %d files, %d MiB".formatted(copy.files(), files.bytes() >> 20));
            return base;
        } catch (SQLException | IOException | RuntimeException e) {
            dropSlot(cluster, slot, e);
            throw e;
        }
    }

    /** PostgreSQL would keep its log for a base that is none. */
    private static void dropSlot(SourceCluster cluster, String slot, Exception why) {
        try {
            cluster.dropSlot(slot);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Keys and passwords, without which what is restored would be another's. */
    private void keepWhatStandsBeside(KeptBase base) throws IOException {
        if (source.data == null) {
            return;
        }
        List<KeptFile> files = new ArrayList<>(base.files(path -> !path.startsWith(KeptBase.BESIDE)));
        String name = "%s%d.zip".formatted(KeptBase.BESIDE, System.currentTimeMillis());
        files.add(base.keep(name, out -> {
            try (var zip = new OwnersZip(out)) {
                zip.addAll(source.data, DataDirectory.Layout.NOT_BESIDE);
            }
        }));
        base.become(base.manifest().withFiles(files));
    }

    private void follow(KeptBase base) throws InterruptedException {
        boolean failing = false;
        while (!stopping.await(follow, TimeUnit.SECONDS)) {
            try (var cluster = connect()) {
                if (!cluster.hasSlot(base.manifest().slot())) {
                    throw new CannotRun("PostgreSQL no longer keeps its log for us: begin again");
                }
                new BackedUpLog(base).fetch(cluster);
                failing = false;
            } catch (SQLException | IOException e) {
                // Said once, not at each attempt: PostgreSQL keeps the log until it is here.
                if (!failing) {
                    console.say("The backup waits: " + e.getMessage());
                }
                failing = true;
            }
        }
    }
}
