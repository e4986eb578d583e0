package gongkai.chassis.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Only a restart cures a dead relay thread. An unavailable Kafka or database does not count: the thread retries. */
@Liveness
class OutboxLiveness implements HealthCheck {

    private final OutboxRelay relay;

    OutboxLiveness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(relay.isHealthy()).build();
    }
}
