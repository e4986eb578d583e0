package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the platform's processes when this one could not: after a kill -9, the shell below reads the end of its input and
 * ends every process that it was told of.
 */
final class Watchdog implements AutoCloseable {

    private static final String WATCH = """
            trap '' INT HUP TERM
            while read -r pid; do pids="$pids $pid"; done
            kill $pids 2>/dev/null
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog start() {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", WATCH).start());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no shell to watch the platform's processes", e);
        }
    }

    void watch(ProcessHandle process) {
        try {
            shell.outputWriter(StandardCharsets.US_ASCII)
                    .append(process.pid() + "\n")
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The shell that watches the platform's processes is gone", e);
        }
    }

    /** Calls it off: the processes have ended, and their numbers may soon be those of others. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
