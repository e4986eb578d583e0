package gongkai.deploy.local;

import gongkai.deploy.local.KeptBase.KeptFile;
import gongkai.deploy.local.KeptBase.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The log of a base. PostgreSQL writes it in segments; one that is full is a file here, and of the one that is being written there are
 * pieces, each from where the one before ended. So what is fetched is never more than what is new.
 */
final class BackedUpLog {

    private static final String ENDING = ".gz";

    private final KeptBase base;

    BackedUpLog(KeptBase base) {
        this.base = base;
    }

    /**
     * Fetches what is new, marks the moment, and lets PostgreSQL forget the segments that are here.
     *
     * @return whether there was anything new
     */
    boolean fetch(SourceCluster cluster) throws SQLException, IOException {
        return fetch(cluster, base.manifest());
    }

    /** @param known what the base is to be, but for what is fetched now */
    boolean fetch(SourceCluster cluster, Manifest known) throws SQLException, IOException {
        var from = ServerPosition.parse(known.logTo());
        if (cluster.position().compareTo(from) <= 0) {
            return false;
        }
        Instant now = cluster.now();
        cluster.mark();
        ServerPosition to = cluster.position();
        List<KeptFile> files = new ArrayList<>(known.files());
        fetch(cluster, known, from, to, files);
        base.become(known.withLog(to, now, files));
        cluster.advanceSlot(known.slot(), to.beginOfSegment(known.segmentBytes()));
        return true;
    }

    private void fetch(
            SourceCluster cluster, Manifest known, ServerPosition from, ServerPosition to, List<KeptFile> files)
            throws SQLException, IOException {
        int size = known.segmentBytes();
        for (ServerPosition begin = from.beginOfSegment(size); begin.compareTo(to) < 0; begin = begin.plus(size)) {
            String segment = begin.segment(known.timeline(), size);
            boolean isFull = begin.plus(size).compareTo(to) <= 0;
            int offset = isFull || begin.compareTo(from) > 0 ? 0 : from.offset(size);
            int end = isFull ? size : to.offset(size);
            byte[] bytes = cluster.read("pg_wal/" + segment, offset, end - offset);
            if (bytes.length < end - offset) {
                throw new CannotRun(
                        "PostgreSQL no longer has the log %s: take a new base with --new-base".formatted(segment));
            }
            if (isFull) {
                files.removeIf(file -> file.path().startsWith(KeptBase.LOG + segment));
            }
            files.add(base.keep("%s%s.%08x%s".formatted(KeptBase.LOG, segment, offset, ENDING), out -> {
                var zipped = new GZIPOutputStream(out);
                zipped.write(bytes);
                zipped.finish();
            }));
        }
    }

    /** Puts the segments together again. */
    void copyTo(Path folder) throws IOException {
        List<String> pieces = base.files(path -> path.startsWith(KeptBase.LOG)).stream()
                .map(KeptFile::path)
                .sorted(Comparator.naturalOrder())
                .toList();
        for (String piece : pieces) {
            Path segment =
                    folder.resolve(Path.of(piece).getFileName().toString().split("\\.", -1)[0]);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(base.path(piece)));
                    OutputStream out =
                            Files.newOutputStream(segment, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                in.transferTo(out);
            }
        }
        for (String piece : pieces) {
            fill(folder.resolve(Path.of(piece).getFileName().toString().split("\\.", -1)[0]));
        }
    }

    /** PostgreSQL wants whole segments; what it has not written yet is zeros. */
    private void fill(Path segment) throws IOException {
        try (var file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(base.manifest().segmentBytes());
        }
    }
}
