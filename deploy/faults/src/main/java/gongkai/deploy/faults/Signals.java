package gongkai.deploy.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Signals that Java cannot send by itself. */
enum Signals {
    /** Nothing moves until {@link #CONTINUE}: a machine that swaps, or a virtual one that is being moved. */
    STOP("-STOP"),
    CONTINUE("-CONT");

    private final String option;

    Signals(String option) {
        this.option = option;
    }

    void to(List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(List.of("kill", option));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            // One of several may have ended meanwhile, which is nothing to complain of.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no kill to send a signal with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
