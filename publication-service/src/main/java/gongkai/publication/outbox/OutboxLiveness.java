package gongkai.publication.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose relay has died can only be cured by a restart. One whose Kafka or database is away recovers by itself. */
@Liveness
class OutboxLiveness implements HealthCheck {

    private final OutboxRelay relay;

    OutboxLiveness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(relay.isAlive()).build();
    }
}
