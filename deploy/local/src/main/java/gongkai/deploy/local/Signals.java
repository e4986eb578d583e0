package gongkai.deploy.local;

import java.util.concurrent.CountDownLatch;

/** Turns Ctrl-C and SIGTERM into an interruption of one thread, and holds the JVM until that thread has cleaned up. */
final class Signals {

    private final CountDownLatch cleanedUp = new CountDownLatch(1);

    private Signals() {}

    static Signals interrupt(Thread worker) {
        var signals = new Signals();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.interrupt();
            signals.awaitCleanUp();
        }));
        return signals;
    }

    /** The thread has cleaned up: the JVM may end. */
    void release() {
        cleanedUp.countDown();
    }

    private void awaitCleanUp() {
        try {
            cleanedUp.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a shutdown hook", e);
        }
    }
}
