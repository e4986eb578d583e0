package gongkai.deploy.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Tells the person at the terminal how far the run is; in a pipe or a log file, line by line. */
final class ProgressOutput {

    private static final int BAR = 30;
    private static final String START_OF_AN_EMPTY_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();

    ProgressOutput(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard output in UTF-8, whatever the locale says: the figures' labels are Chinese. */
    static ProgressOutput standardOutput(boolean terminal) {
        return new ProgressOutput(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), terminal);
    }

    void say(String text) {
        out.println(text);
    }

    /** A step is over. */
    void done(String step) {
        out.printf("%s%5.1f s  ✓ %s%n", terminal ? START_OF_AN_EMPTY_LINE : "", seconds(), step);
    }

    /** How long it has been since the run began. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A step is under way. */
    void progress(int count, int of, String what) {
        if (terminal) {
            int filled = BAR * count / of;
            out.printf(
                    "%s         [%s%s] %d/%d %s",
                    START_OF_AN_EMPTY_LINE, "█".repeat(filled), "░".repeat(BAR - filled), count, of, what);
        } else {
            out.printf("           %d/%d %s%n", count, of, what);
        }
    }
}
