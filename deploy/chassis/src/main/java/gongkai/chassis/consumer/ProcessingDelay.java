package gongkai.chassis.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A metric: the time from a change in another service to its effect here. It is long while a topic is read again from its start. */
@ApplicationScoped
public class ProcessingDelay {

    private final Timer timer;
    private final Clock clock;

    ProcessingDelay(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.timer = Timer.builder("gongkai.processing.delay")
                .description("The time from a change in another service to its effect here")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .register(metrics);
    }

    public void record(Instant happenedAt) {
        // The other service's clock may be slightly ahead: the delay is then zero.
        Duration delay = Duration.between(happenedAt, clock.instant());
        timer.record(delay.isNegative() ? Duration.ZERO : delay);
    }
}
