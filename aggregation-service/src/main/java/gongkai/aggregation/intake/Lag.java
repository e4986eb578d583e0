package gongkai.aggregation.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * How many events of its partitions this instance has not taken in: a metric. It counts from where the database says that it goes on, and
 * leaves out what no consumer sees, such as the ends of transactions.
 */
@ApplicationScoped
class Lag {

    private volatile double events = Double.NaN;

    Lag(MeterRegistry metrics) {
        Gauge.builder("gongkai.intake.lag", this, lag -> lag.events)
                .baseUnit("events")
                .description("Events of the partitions of this instance that it has not taken in")
                .register(metrics);
    }

    /** To be called by the thread that polls. */
    void look(Consumer<byte[], byte[]> consumer) {
        events = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
