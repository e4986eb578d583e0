package gongkai.chassis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.HealthGroup;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Reports whether the audit log is sealed, but for the last minute. Readiness does not depend on it: offices can go on, and no other
 * instance has a better log.
 */
@HealthGroup("data")
class HashChainHealth implements HealthCheck {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AuditLogReader log;
    private final Clock clock;

    HashChainHealth(AuditLogReader log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        boolean sealed = QuarkusTransaction.joiningExisting()
                .call(() -> log.isSealed(clock.instant().minus(LONG)));
        return HealthCheckResponse.named("audit-log").status(sealed).build();
    }
}
