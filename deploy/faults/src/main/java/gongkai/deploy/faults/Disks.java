package gongkai.deploy.faults;

import gongkai.deploy.local.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small disks of their own for the database and the broker's log, which can be filled to the last byte. */
final class Disks implements AutoCloseable {

    private static final String SIZE = "768m";
    private static final int BLOCK = 1024 * 1024;

    private static final Map<Component, String> FOLDERS =
            Map.of(Component.POSTGRESQL, "postgresql", Component.KAFKA, "kafka");

    private final List<Path> mounted;
    private final Path data;

    private Disks(Path data, List<Path> mounted) {
        this.data = data;
        this.mounted = mounted;
    }

    static Disks none() {
        return new Disks(Path.of(""), List.of());
    }

    /** Mounts them where the {@link DataDirectory} keeps both; none where this machine does not let us. */
    static Disks under(Path data) {
        List<Path> mounted = new ArrayList<>();
        for (String folder : FOLDERS.values()) {
            Path place = data.resolve(folder);
            try {
                Files.createDirectories(place);
            } catch (IOException e) {
                throw new UncheckedIOException("There is no place for a disk at " + place, e);
            }
            if (run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", place.toString())) {
                mounted.add(place);
            }
        }
        var disks = new Disks(data, mounted);
        if (mounted.size() < FOLDERS.size()) {
            disks.close();
            return none();
        }
        // Also when somebody stops the suite: nothing else would ever take them away again.
        Runtime.getRuntime().addShutdownHook(new Thread(disks::close));
        return disks;
    }

    boolean canBeFilled() {
        return !mounted.isEmpty();
    }

    /** Nothing more can be written. */
    void fill(Component part) {
        var block = ByteBuffer.allocate(BLOCK);
        try (var filler = FileChannel.open(filler(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                block.rewind();
                filler.write(block);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** There is room again. */
    void clear() {
        if (canBeFilled()) {
            for (Component part : FOLDERS.keySet()) {
                try {
                    Files.deleteIfExists(filler(part));
                } catch (IOException e) {
                    throw new UncheckedIOException("The disk of %s cannot be emptied".formatted(part), e);
                }
            }
        }
    }

    @Override
    public void close() {
        for (Path place : mounted) {
            // Lazily: a process that is ending may hold it for a moment.
            run("umount", "-l", place.toString());
        }
    }

    private Path filler(Component part) {
        return data.resolve(FOLDERS.get(part)).resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
