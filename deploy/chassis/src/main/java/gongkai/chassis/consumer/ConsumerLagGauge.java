package gongkai.chassis.consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * A metric: the number of events in this instance's partitions that it has not processed. It counts from the offset in the database,
 * and leaves out records that no consumer sees, such as the markers that end a transaction.
 */
@ApplicationScoped
class ConsumerLagGauge {

    private volatile double events = Double.NaN;

    ConsumerLagGauge(MeterRegistry metrics) {
        Gauge.builder("gongkai.consumer.lag", this, lag -> lag.events)
                .baseUnit("events")
                .description("Events of this instance's partitions that it has not processed")
                .register(metrics);
    }

    /** Called by the thread that polls: Kafka's consumer serves one thread. */
    void update(Consumer<byte[], byte[]> consumer) {
        events = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
