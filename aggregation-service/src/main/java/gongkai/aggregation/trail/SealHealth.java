package gongkai.aggregation.trail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.HealthGroup;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the audit trail is sealed, but for the last minute. Not a matter of readiness: offices can go on, and no other instance has
 * a better trail.
 */
@HealthGroup("data")
class SealHealth implements HealthCheck {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final TrailReader trail;
    private final Clock clock;

    SealHealth(TrailReader trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        boolean sealed = QuarkusTransaction.joiningExisting()
                .call(() -> trail.isSealed(clock.instant().minus(LONG)));
        return HealthCheckResponse.named("audit-trail").status(sealed).build();
    }
}
