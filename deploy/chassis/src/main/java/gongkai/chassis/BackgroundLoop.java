package gongkai.chassis;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread that repeats a round of work until the application stops. A failed round is repeated after the retry delay; only the first
 * of consecutive failures is logged.
 */
public final class BackgroundLoop {

    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    private final Round round;
    private final Duration retryDelay;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Semaphore wakeUps = new Semaphore(0);

    /** Only the loop's own thread uses it. */
    private boolean failing;

    public BackgroundLoop(String name, Duration retryDelay, Round round) {
        this.round = round;
        this.retryDelay = retryDelay;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    /** Returns when the current round has ended. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        wake();
        thread.join();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Ends the present call of {@link #await}, or the next one. */
    public void wake() {
        wakeUps.release();
    }

    /** Waits until the time is over, {@link #wake} is called, or the loop stops; answers whether it was woken. */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean woken = wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        return woken;
    }

    /** Waits until the time is over or the loop stops. */
    public void pause(Duration time) throws InterruptedException {
        stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Within a long round: the work proceeds, so that the next failure is logged. */
    public void proceeding() {
        failing = false;
    }

    private void run() {
        try {
            while (!isStopping()) {
                try {
                    round.run();
                    proceeding();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    if (!failing) {
                        Log.warnf(e, "%s failed and is retried every %s", thread.getName(), retryDelay);
                    }
                    failing = true;
                    pause(retryDelay);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
