package gongkai.deploy.benchmark;

import gongkai.deploy.local.Service;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * From a submission's 2xx to totals that know of it, as its sender would ask ({@code ?after=}), at so many submissions a second, sent when
 * their time has come whether or not the former ones are through: an open loop. Answers 503 are counted.
 */
final class Freshness implements Metric {

    private static final int[] RATES = {25, 50, 100};
    private static final int AIMED_AT = 100;
    private static final int UNITS = 20;
    private static final int CREATED = 201;
    private static final int TOO_BUSY = 503;

    /** Submitted, and not refused: in the totals after so long. */
    private record Seen(boolean refused, long micros) {}

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Measurement> measure(BenchmarkEnvironment setting) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (int rate : RATES) {
            Backlog.await(setting);
            measurements.addAll(measure(setting, rate));
        }
        return measurements;
    }

    private static List<Measurement> measure(BenchmarkEnvironment setting, int rate) throws Exception {
        int warmUp = Math.toIntExact(setting.time().toSeconds() * rate / 2);
        int measured = Math.toIntExact(setting.time().toSeconds() * rate * 2);
        List<String> collections = new ArrayList<>();
        for (int room = 0; room < warmUp + measured; room += UNITS) {
            collections.add(setting.open(UNITS));
        }
        var micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        var refused = new LongAdder();
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            List<CompletableFuture<Void>> seen = new ArrayList<>();
            long begin = System.nanoTime();
            for (int number = 0; number < warmUp + measured; number++) {
                // A collection is full after a while, not at once: its units do not all come together.
                String collection = collections.get(number % collections.size());
                int unit = number / collections.size();
                boolean counts = number >= warmUp;
                var one = new CompletableFuture<Void>();
                long due = begin + TimeUnit.SECONDS.toNanos(number) / rate;
                Runnable submission = () -> unwatched(submit(setting, collection, unit)
                        .thenAccept(outcome -> {
                            if (counts && outcome.refused()) {
                                refused.increment();
                            } else if (counts) {
                                micros.recordValue(outcome.micros());
                            }
                        })
                        .whenComplete((done, failure) -> finish(one, failure)));
                var unused = clock.schedule(submission, due - System.nanoTime(), TimeUnit.NANOSECONDS);
                seen.add(one);
            }
            CompletableFuture.allOf(seen.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        } finally {
            clock.shutdownNow();
        }
        String at = "freshness at %d/s, ".formatted(rate);
        return List.of(
                Measurement.of(at + "p50", micros.getValueAtPercentile(50) / 1_000, "ms"),
                new Measurement(
                        at + "p99",
                        micros.getValueAtPercentile(99) / 1_000,
                        "ms",
                        0,
                        rate == AIMED_AT ? "under 250 ms" : ""),
                Measurement.of(at + "told to come later", refused.sum() * 100 / measured, "%"));
    }

    private static CompletableFuture<Seen> submit(BenchmarkEnvironment setting, String collection, int unit) {
        return BenchmarkEnvironment.HTTP
                .sendAsync(setting.put(collection, unit, setting.submission(12)), BodyHandlers.ofString())
                .thenCompose(answer -> {
                    if (answer.statusCode() == TOO_BUSY) {
                        return CompletableFuture.completedFuture(new Seen(true, 0));
                    }
                    BenchmarkEnvironment.require(answer, CREATED);
                    long acknowledged = System.nanoTime();
                    return await(setting, collection, token(answer))
                            .thenApply(there -> new Seen(
                                    there.statusCode() == TOO_BUSY,
                                    TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - acknowledged)));
                });
    }

    private static CompletableFuture<HttpResponse<String>> await(
            BenchmarkEnvironment setting, String collection, String token) {
        String path = "/v1/totals/%s?after=%s".formatted(collection, token);
        return BenchmarkEnvironment.HTTP
                .sendAsync(setting.request(Service.AGGREGATION, path).build(), BodyHandlers.ofString())
                .thenApply(answer -> {
                    if (answer.statusCode() != TOO_BUSY) {
                        BenchmarkEnvironment.require(answer, 200);
                    }
                    return answer;
                });
    }

    private static String token(HttpResponse<String> answer) {
        return answer.headers().firstValue("Totals-Token").orElseThrow();
    }

    private static void finish(CompletableFuture<Void> one, Throwable failure) {
        if (failure == null) {
            one.complete(null);
        } else {
            one.completeExceptionally(failure);
        }
    }

    /** The caller that waits for it handles its failure already. */
    private static void unwatched(CompletableFuture<Void> watchedElsewhere) {
        Objects.requireNonNull(watchedElsewhere);
    }
}
