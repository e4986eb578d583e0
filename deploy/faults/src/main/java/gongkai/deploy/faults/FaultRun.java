package gongkai.deploy.faults;

import gongkai.deploy.local.CannotRun;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One platform, one seed: a load, faults one after the other, and what is there afterwards. */
final class FaultRun {

    /** Everybody gets to work again before the next one. */
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(3);

    /**
     * A fault, and its effect on each service.
     *
     * @param unserved the longest that a service served nobody, by fault
     */
    record Injected(Fault fault, Map<Service, Duration> unserved) {}

    /**
     * @param skipped the reasons by kind of fault
     * @param editions that the bureau was told it had published
     */
    record Outcome(
            long seed,
            List<Injected> injected,
            Map<String, String> skipped,
            long requests,
            long acknowledged,
            long editions,
            Verdict verdict) {}

    private static final Duration BESIDE_EACH_OTHER = Duration.ofSeconds(5);

    private final ProjectLayout home;
    private final ProjectLayout older;
    private final long seed;
    private final Path folder;
    private final PrintStream out;
    private final List<Injected> injected = new ArrayList<>();
    private final Map<String, String> skipped = new TreeMap<>();

    /**
     * @param older has made the services as they are at first
     * @param folder takes the journal, and what the processes said if something is wrong
     */
    FaultRun(ProjectLayout home, ProjectLayout older, long seed, Path folder, PrintStream out) {
        this.home = home;
        this.older = older;
        this.seed = seed;
        this.folder = folder;
        this.out = out;
    }

    /** Draws faults for so long. */
    Outcome run(Iterator<Fault> faults, Duration time, boolean withDisks) throws InterruptedException {
        Path file = folder.resolve("journal-%d.jsonl".formatted(seed));
        try (var stage = FaultEnvironment.set(home, older, withDisks);
                var journal = new Journal(create(file), Clock.systemUTC())) {
            boolean clean = false;
            try {
                var client = new Client(stage);
                var load = new Load(stage, client, Sample.read(home.sample()), journal);
                load.prepare();
                out.printf("Seed %d: %s is the journal%n", seed, file);
                breakThings(stage, load, faults, time);
                ExpectedState known = ExpectedState.from(file);
                Verdict verdict = new Checker(new Reader(client), known).check(stage);
                verdict.all().forEach(out::println);
                clean = verdict.isClean();
                return new Outcome(
                        seed,
                        injected,
                        skipped,
                        load.requests(),
                        load.acknowledged(),
                        known.acknowledged(Action.Kind.PUBLISH),
                        verdict);
            } finally {
                if (!clean) {
                    keep(stage.data().path().resolve("logs"));
                }
            }
        }
    }

    private void breakThings(FaultEnvironment stage, Load load, Iterator<Fault> faults, Duration time)
            throws InterruptedException {
        try (load) {
            load.begin(seed);
            long end = System.nanoTime() + time.toNanos();
            while (faults.hasNext() && System.nanoTime() < end) {
                inject(faults.next(), stage, load.gaps());
            }
            for (Service service : stage.outdated()) {
                inject(new Fault.RollingUpgrade(service, BESIDE_EACH_OTHER), stage, load.gaps());
            }
        }
    }

    private void inject(Fault fault, FaultEnvironment stage, Outages gaps) throws InterruptedException {
        Optional<String> impossible = fault.impossible(stage);
        if (impossible.isPresent()) {
            if (skipped.put(fault.kind(), impossible.get()) == null) {
                out.printf("  no %s: %s%n", fault.kind(), impossible.get());
            }
            return;
        }
        Thread.sleep(BETWEEN_FAULTS.toMillis());
        gaps.restart();
        out.printf("  %s%n", fault);
        try {
            fault.happen(stage);
        } catch (CannotRun notNow) {
            // Nothing starts on a full disk, for instance; that it starts afterwards, is what counts.
            out.printf("    %s%n", notNow.getMessage().lines().findFirst().orElse(""));
        }
        stage.restore();
        Thread.sleep(BETWEEN_FAULTS.toMillis());
        injected.add(new Injected(fault, gaps.longest()));
    }

    private static Path create(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for the journal", e);
        }
    }

    private void keep(Path logs) {
        Path kept = folder.resolve("logs-" + seed);
        try (var files = Files.list(logs)) {
            Files.createDirectories(kept);
            for (Path log : files.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            out.println("What the processes said is in " + kept);
        } catch (IOException e) {
            throw new UncheckedIOException("The logs cannot be kept", e);
        }
    }
}
