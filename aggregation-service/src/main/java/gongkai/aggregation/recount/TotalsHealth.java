package gongkai.aggregation.recount;

import io.smallrye.health.api.HealthGroup;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the last recounts found the totals right. It is no part of readiness: no other instance has better totals, and they must stay
 * readable while the cause is looked for.
 */
@HealthGroup("data")
class TotalsHealth implements HealthCheck {

    private final RecountAlert alert;

    TotalsHealth(RecountAlert alert) {
        this.alert = alert;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> astray = alert.astray();
        var response = HealthCheckResponse.named("totals").status(astray.isEmpty());
        if (!astray.isEmpty()) {
            response.withData("astray", String.join(", ", astray));
        }
        return response.build();
    }
}
