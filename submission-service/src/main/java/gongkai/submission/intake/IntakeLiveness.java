package gongkai.submission.intake;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose intake has died can only be cured by a restart. One whose Kafka or database is away recovers by itself. */
@Liveness
class IntakeLiveness implements HealthCheck {

    private final IntakeLoop loop;

    IntakeLiveness(IntakeLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake").status(loop.isAlive()).build();
    }
}
