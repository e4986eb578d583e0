package gongkai.aggregation.intake;

import gongkai.aggregation.progress.SubmissionReceived;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** How long after it was made a submission is in the totals: a metric. While the log is read again from its start, that is long. */
@ApplicationScoped
class Freshness {

    private final Timer timer;
    private final Clock clock;

    Freshness(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.timer = Timer.builder("gongkai.freshness")
                .description("How long after it was made a submission is in the totals")
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

    void of(Batch stored) {
        var now = clock.instant();
        for (SubmissionReceived received : stored.received()) {
            // The other service's clock may be a little ahead of ours: what seems to come from the future is new.
            var age = Duration.between(received.submittedAt(), now);
            timer.record(age.isNegative() ? Duration.ZERO : age);
        }
    }
}
