package gongkai.deploy.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many who do the same again and again, each as soon as it is done: a closed loop. */
final class Load {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    /** @param rate a second */
    record Result(long rate, Histogram durations) {

        long micros(int percentile) {
            return durations.getValueAtPercentile(percentile);
        }
    }

    /** The work of one of them; it is closed when the time is over. */
    interface Worker extends AutoCloseable {
        void act() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    private Load() {}

    /** Warms up for a third of the time, and then measures for all of it. */
    static Result of(int workers, Duration time, Callable<? extends Worker> worker) throws Exception {
        run(workers, time.dividedBy(3), worker);
        return run(workers, time, worker);
    }

    private static Result run(int workers, Duration time, Callable<? extends Worker> worker) throws Exception {
        var micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        var threads = Executors.newFixedThreadPool(workers);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<Void>> working = new ArrayList<>();
            for (int number = 0; number < workers; number++) {
                working.add(threads.submit(() -> {
                    try (Worker one = worker.call()) {
                        while (System.nanoTime() < end) {
                            long started = System.nanoTime();
                            one.act();
                            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> one : working) {
                one.get();
            }
            long elapsed = System.nanoTime() - begin;
            return new Result(micros.getTotalCount() * TimeUnit.SECONDS.toNanos(1) / elapsed, micros);
        } finally {
            threads.shutdownNow();
        }
    }
}
