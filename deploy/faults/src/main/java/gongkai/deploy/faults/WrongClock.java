package gongkai.deploy.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process's wrong clock, by libfaketime, which reads the difference to the right time from a file every second. */
record WrongClock(Path file) {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    static boolean isInstalled() {
        return Files.exists(LIBRARY);
    }

    /** A clock that is right. */
    static WrongClock in(Path folder) {
        var clock = new WrongClock(folder.resolve("clock"));
        clock.step(Duration.ZERO);
        return clock;
    }

    /** The environment of a process that follows this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // How long something takes is not asked of the clock on the wall.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    void step(Duration fromTheRightTime) {
        try {
            Files.writeString(file, "%+d".formatted(fromTheRightTime.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException("The clock %s cannot be set".formatted(file), e);
        }
    }
}
