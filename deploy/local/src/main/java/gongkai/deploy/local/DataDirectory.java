package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/** The folder that holds a platform's databases, its broker's log and what its processes say; one platform's at a time. */
public final class DataDirectory implements AutoCloseable {

    /** The places of its parts. */
    record Layout(Path path) {

        /** All but these are small, and cannot be made again: keys and passwords. */
        static final Set<String> NOT_BESIDE =
                Set.of("postgresql", "postgresql-binaries", "kafka", "kafka-is-ready", "logs", "lock");

        Path postgres() {
            return path.resolve("postgresql");
        }
    }

    /** A run of the sample takes a third of it. */
    private static final long NEEDED_MEBIBYTES = 256;

    /** PostgreSQL takes 16 at a time. */
    private static final long FULL_MEBIBYTES = 16;

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;
    private boolean logsStay;

    private DataDirectory(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /** A new folder, deleted when it is closed. */
    public static DataDirectory temporary() {
        try {
            return open(Files.createTempDirectory("gongkai-"), true);
        } catch (IOException e) {
            throw new CannotRun(
                    "No temporary folder can be made in %s (%s): set TMPDIR to a folder that you may write, or use --data DIR"
                            .formatted(System.getProperty("java.io.tmpdir"), reason(e)),
                    e);
        }
    }

    /** A folder that keeps what is in it; made if it is missing. */
    public static DataDirectory keptAt(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return open(absolute, false);
        } catch (IOException e) {
            throw new CannotRun(
                    "%s cannot hold the data (%s): choose a folder that you may write with --data DIR"
                            .formatted(absolute, reason(e)),
                    e);
        }
    }

    private static DataDirectory open(Path path, boolean temporary) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var directory = new DataDirectory(path, temporary, channel);
        try {
            directory.requireAlone();
            directory.requirePasswords();
            directory.requireSpace(NEEDED_MEBIBYTES, null);
            Files.createDirectories(path.resolve("logs"));
            return directory;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public boolean isTemporary() {
        return temporary;
    }

    Path postgres() {
        return new Layout(path).postgres();
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /** A file that is there once the broker has started. */
    Path kafkaIsReady() {
        return path.resolve("kafka-is-ready");
    }

    public Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** Something went wrong: even a temporary folder keeps what the processes said. */
    void keepLogs() {
        logsStay = true;
    }

    /** Lets the next platform have it; deletes it if it is temporary. */
    @Override
    public synchronized void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            lock.close();
            if (temporary && logsStay) {
                FileUtils.deleteDirectory(postgres().toFile());
                FileUtils.deleteDirectory(kafka().toFile());
            } else if (temporary) {
                FileUtils.deleteDirectory(path.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not let go of " + path, e);
        }
    }

    private void requireAlone() throws IOException {
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Said below, as for a lock of another process.
        }
        throw new CannotRun(
                "%s is in use: another run keeps its data there. Stop that one, or choose another folder with --data DIR"
                        .formatted(path));
    }

    /** Earlier versions let PostgreSQL trust every connection, with one role for everything; no service works with such data now. */
    private void requirePasswords() throws IOException {
        Path clients = postgres().resolve("pg_hba.conf");
        if (Files.notExists(clients)) {
            return;
        }
        boolean trusting =
                Files.readAllLines(clients).stream().anyMatch(line -> !line.startsWith("#") && line.endsWith("trust"));
        if (trusting) {
            throw new CannotRun(
                    "%s was made by an earlier version, whose databases had no passwords, and cannot be gone on with:"
                                    .formatted(path)
                            + " choose a new folder with --data DIR. The version that made it still reads it");
        }
    }

    /** Says so when what went wrong may be no more than a full disk. */
    void requireSpace(CannotRun problem) {
        requireSpace(FULL_MEBIBYTES, problem);
    }

    private void requireSpace(long neededMebibytes, CannotRun problem) {
        long free = path.toFile().getUsableSpace() / FileUtils.ONE_MB;
        if (free < neededMebibytes) {
            throw new CannotRun(
                    "The disk that holds %s is full (%d MiB are free): make room for %d MiB, or choose another place with --data DIR"
                            .formatted(path, free, NEEDED_MEBIBYTES),
                    problem);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
