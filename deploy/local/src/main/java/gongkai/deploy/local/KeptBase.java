package gongkai.deploy.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One base of a backup, in a folder of its own: the copied files of a cluster, the log from then on, and what stood beside the cluster.
 * What belongs to it is what its manifest names; the manifest is replaced as a whole, and always last.
 */
final class KeptBase {

    /** @param sha256 of the file as it is here, so that {@code sha256sum} can check it too */
    record KeptFile(String path, long bytes, String sha256) {}

    /**
     * @param system the cluster's number, which its copies share
     * @param platform whether it is of a local platform, whose PostgreSQL is at hand
     * @param slot what lets the cluster keep its log until it is here
     * @param label what PostgreSQL said at the end of the copying, for the recovery to begin with
     * @param logFrom where the log here begins
     * @param logTo where it ends
     * @param wholeFrom the first instant that can be restored
     * @param reaches the last
     */
    record Manifest(
            String system,
            int timeline,
            int version,
            int segmentBytes,
            boolean platform,
            String slot,
            String label,
            String logFrom,
            String logTo,
            String wholeFrom,
            String reaches,
            List<KeptFile> files) {

        Manifest withFiles(List<KeptFile> kept) {
            return withLog(ServerPosition.parse(logTo), Instant.parse(reaches), kept);
        }

        Manifest withLog(ServerPosition to, Instant instant, List<KeptFile> kept) {
            return new Manifest(
                    system,
                    timeline,
                    version,
                    segmentBytes,
                    platform,
                    slot,
                    label,
                    logFrom,
                    to.toString(),
                    wholeFrom,
                    instant.toString(),
                    List.copyOf(kept));
        }
    }

    /** Writes a file's content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static final String FILES = "files.zip";
    static final String LOG = "log/";
    static final String BESIDE = "beside-";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private Manifest manifest;

    private KeptBase(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** The bases of a backup that are whole, oldest first. */
    static List<KeptBase> in(Path backup) {
        if (Files.notExists(backup)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(backup)) {
            return folders.filter(folder -> Files.exists(folder.resolve(MANIFEST)))
                    .map(KeptBase::open)
                    .sorted(Comparator.comparing(KeptBase::wholeFrom))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The backup %s cannot be read".formatted(backup), e);
        }
    }

    private static KeptBase open(Path folder) {
        try {
            return new KeptBase(folder, JSON.readValue(folder.resolve(MANIFEST).toFile(), Manifest.class));
        } catch (IOException e) {
            throw new CannotRun("%s is not a manifest as it was written".formatted(folder.resolve(MANIFEST)), e);
        }
    }

    /** A folder for a new base, which is none until it has a manifest. */
    static KeptBase begin(Path folder) throws IOException {
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, ownerAlone);
        return new KeptBase(folder, null);
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    Manifest manifest() {
        return manifest;
    }

    Instant wholeFrom() {
        return Instant.parse(manifest.wholeFrom());
    }

    Instant reaches() {
        return Instant.parse(manifest.reaches());
    }

    /** Writes a file, and reads it again: what is promised is what is on the disk. */
    KeptFile keep(String path, Content content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), "half-", ".tmp");
        String written;
        try (var out = Files.newOutputStream(half);
                var digesting = new DigestOutputStream(out, sha256())) {
            content.writeTo(digesting);
            digesting.flush();
            written = hex(digesting.getMessageDigest());
        }
        force(half);
        if (!written.equals(digest(half))) {
            throw new CannotRun("%s does not hold what was written to it: look after the disk".formatted(file));
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new KeptFile(path, Files.size(file), written);
    }

    /** From now on this is what the base is. Files that it no longer names go. */
    void become(Manifest next) throws IOException {
        List<KeptFile> former = manifest == null ? List.of() : manifest.files();
        Path half = folder.resolve(MANIFEST + ".tmp");
        JSON.writeValue(half.toFile(), next);
        force(half);
        Files.move(half, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        manifest = next;
        List<String> named = next.files().stream().map(KeptFile::path).toList();
        for (KeptFile file : former) {
            if (!named.contains(file.path())) {
                Files.deleteIfExists(folder.resolve(file.path()));
            }
        }
    }

    /** @throws CannotRun where a file is not what the manifest says */
    void verify() {
        List<String> spoiled = new ArrayList<>();
        for (KeptFile file : manifest.files()) {
            if (!isAsKept(file)) {
                spoiled.add(file.path());
            }
        }
        if (!spoiled.isEmpty()) {
            throw new CannotRun("%s is spoiled: %s %s not what its manifest says. Use another backup."
                    .formatted(folder, String.join(", ", spoiled), spoiled.size() == 1 ? "is" : "are"));
        }
    }

    private boolean isAsKept(KeptFile file) {
        Path path = folder.resolve(file.path());
        try {
            return Files.exists(path) && digest(path).equals(file.sha256());
        } catch (IOException e) {
            throw new CannotRun("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    List<KeptFile> files(Predicate<String> path) {
        return manifest.files().stream().filter(file -> path.test(file.path())).toList();
    }

    /** What a power cut leaves is what was forced to the disk. */
    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(((DigestInputStream) in).getMessageDigest());
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
