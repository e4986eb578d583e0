package gongkai.deploy.local;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for what another process is about to do. */
final class Await {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Await() {}

    /**
     * Asks until there is an answer.
     *
     * @param what completes the sentence "Waited … in vain for …"
     */
    static <T> T answer(String what, Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new CannotRun("Waited %d s in vain for %s".formatted(limit.toSeconds(), what));
            }
            pause();
            answer = question.get();
        }
        return answer.get();
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL.toMillis());
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }
}
