package gongkai.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger rounds = new AtomicInteger();
    private BackgroundLoop loop;

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
    }

    @Test
    void a_failed_round_is_retried() {
        loop = new BackgroundLoop("test", Duration.ofMillis(1), () -> {
            rounds.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });

        loop.start();

        await().untilAtomic(rounds, greaterThan(2));
        assertThat(loop.isAlive()).isTrue();
    }

    @Test
    void a_waiting_loop_can_be_woken() {
        loop = waiting();
        loop.start();
        await().untilAtomic(rounds, is(1));

        loop.wake();

        await().untilAtomic(rounds, is(2));
    }

    @Test
    void a_waiting_loop_stops_at_once() throws InterruptedException {
        loop = waiting();
        loop.start();
        await().untilAtomic(rounds, is(1));

        loop.stop();

        assertThat(loop.isAlive()).isFalse();
        assertThat(rounds).hasValue(1);
    }

    private BackgroundLoop waiting() {
        return new BackgroundLoop("test", LONG, () -> {
            rounds.incrementAndGet();
            loop.await(LONG);
        });
    }
}
