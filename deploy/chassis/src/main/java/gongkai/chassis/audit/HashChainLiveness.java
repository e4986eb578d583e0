package gongkai.chassis.audit;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A dead chain writer needs a restart; one without a database recovers by itself. */
@Liveness
class HashChainLiveness implements HealthCheck {

    private final HashChainWriter writer;

    HashChainLiveness(HashChainWriter writer) {
        this.writer = writer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit-chain-writer")
                .status(writer.isAlive())
                .build();
    }
}
