package gongkai.submission.trail;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose sealer has died can only be cured by a restart. One whose database is away recovers by itself. */
@Liveness
class SealerLiveness implements HealthCheck {

    private final Sealer sealer;

    SealerLiveness(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit-sealer")
                .status(sealer.isAlive())
                .build();
    }
}
