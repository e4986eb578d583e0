package gongkai.chassis.metrics;

import io.quarkus.logging.Log;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * A value that is read from the database at intervals. Reading the metrics then never waits for the database, not even while it is
 * unavailable.
 */
public final class PolledGauge<T> {

    private final Callable<T> query;
    private volatile T value;

    public PolledGauge(Callable<T> query) {
        this.query = query;
    }

    /** Reads the value again. After a failure it is unknown, which metrics show as NaN. Other parts report the failure itself. */
    public void poll() {
        try {
            value = query.call();
        } catch (Exception e) {
            Log.debug("A metric is unknown", e);
            value = null;
        }
    }

    public double value(ToDoubleFunction<T> property) {
        T current = value;
        return current == null ? Double.NaN : property.applyAsDouble(current);
    }
}
