package gongkai.aggregation.total;

import io.smallrye.health.api.HealthGroup;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the totals are what they should be. Not a matter of readiness: no other instance has better ones, and whoever looks for the
 * cause must be able to read them.
 */
@HealthGroup("data")
class TotalsHealth implements HealthCheck {

    private final Alarm alarm;

    TotalsHealth(Alarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> astray = alarm.astray();
        var response = HealthCheckResponse.named("totals").status(astray.isEmpty());
        if (!astray.isEmpty()) {
            response.withData("astray", String.join(", ", astray));
        }
        return response.build();
    }
}
