package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.commons.io.input.ReversedLinesFileReader;

/** A Java program that runs beside this one and writes what it has to say into a log file. */
final class ChildProcess {

    /** On a machine that has much else to do. One that ends instead is not waited for. */
    private static final Duration STARTUP = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_WORDS = 15;

    /** Ctrl-C reaches every process of the terminal; only we may end ours, in our order. */
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts {@code java arguments…} with these variables beside our own. */
    static ChildProcess java(String name, List<String> arguments, Map<String, String> environment, Path log) {
        var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new CannotRun("%s could not be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes when the process has ended, for any reason. */
    CompletableFuture<ChildProcess> ended() {
        return process.onExit().thenApply(ignored -> this);
    }

    /** Waits until it can be used. */
    void awaitReady(BooleanSupplier ready) {
        Await.answer("%s; see %s".formatted(name, log), STARTUP, () -> {
            if (!process.isAlive()) {
                throw died();
            }
            return ready.getAsBoolean() ? Optional.of(this) : Optional.empty();
        });
    }

    /** Why it is no longer there, in its own last words. */
    CannotRun died() {
        return new CannotRun("%s ended by itself (exit code %d). The end of %s:%n%s"
                .formatted(name, process.exitValue(), log, lastWords(log)));
    }

    /** Ends it as a power cut would: kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and insists when it takes too long. */
    void stop() {
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException tookTooLong) {
            kill();
        }
    }

    static String lastWords(Path log) {
        if (Files.notExists(log)) {
            return "(it said nothing)";
        }
        try (var reader = ReversedLinesFileReader.builder()
                .setPath(log)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            return reader.toString(LAST_WORDS);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + log, e);
        }
    }
}
