package gongkai.publication.intake;

import gongkai.publication.report.ReceivedTotals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How long after it was made a change of the totals is known here: a metric. While the log is read again from its start, that is long. */
@ApplicationScoped
class Freshness {

    private final Timer timer;
    private final Clock clock;

    Freshness(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.timer = Timer.builder("gongkai.freshness")
                .description("How long after it was made a change is in the totals that reports rest on")
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

    void of(List<ReceivedTotals> stored) {
        var now = clock.instant();
        for (ReceivedTotals arrived : stored) {
            if (arrived.totals().asOf() != null) {
                // The other service's clock may be a little ahead of ours: what seems to come from the future is new.
                var age = Duration.between(arrived.totals().asOf(), now);
                timer.record(age.isNegative() ? Duration.ZERO : age);
            }
        }
    }
}
