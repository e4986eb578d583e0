package gongkai.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files of a platform in a ZIP file. They are their owner's alone, and come out so. */
final class OwnersZip implements AutoCloseable {

    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final ZipOutputStream out;

    OwnersZip(OutputStream out) {
        this.out = new ZipOutputStream(out);
        // The disk is slower than this, and little is gained by more.
        this.out.setLevel(Deflater.BEST_SPEED);
    }

    void addFolder(String path) throws IOException {
        out.putNextEntry(new ZipEntry(path + "/"));
        out.closeEntry();
    }

    void add(String path, KeptBase.Content content) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        content.writeTo(out);
        out.closeEntry();
    }

    /** Adds what is in a folder, but for these. */
    void addAll(Path folder, Set<String> without) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file ->
                            !without.contains(folder.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
            for (Path file : files) {
                add(folder.relativize(file).toString(), zipped -> Files.copy(file, zipped));
            }
        }
    }

    /** Finishes the ZIP; what it was written to stays open. */
    @Override
    public void close() throws IOException {
        out.finish();
    }

    static void unpack(Path zip, Path into) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new CannotRun("%s would write outside of %s".formatted(zip, into));
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent(), FOLDER);
                if (!entry.isDirectory()) {
                    Files.createFile(path, FILE);
                    try (var in = file.getInputStream(entry);
                            var out = Files.newOutputStream(path)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }
}
