package gongkai.chassis.consumer;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Only a restart cures a dead consumer thread. An unavailable Kafka or database does not count: the thread retries. */
@Liveness
class ConsumerLiveness implements HealthCheck {

    private final KafkaConsumerLoop consumer;

    ConsumerLiveness(KafkaConsumerLoop consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumer").status(consumer.isAlive()).build();
    }
}
