package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The memory that a program holds: a single process's resident set, or the proportional sets of a family such as
 * PostgreSQL's, whose processes share pages that should count once.
 */
public record MemoryUsage(String name, long mebibytes) {

    static MemoryUsage of(String name, ProcessHandle process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        if (descendants.isEmpty()) {
            return new MemoryUsage(name, kibibytes("Rss", process) / 1024);
        }
        long shared = Stream.concat(Stream.of(process), descendants.stream())
                .mapToLong(each -> kibibytes("Pss", each))
                .sum();
        return new MemoryUsage(name, shared / 1024);
    }

    /** As the kernel tells it; 0 when the process has just ended. */
    private static long kibibytes(String measure, ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith(measure + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
