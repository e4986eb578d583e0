package gongkai.submission.loss;

import io.smallrye.health.api.HealthGroup;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether anything that was acknowledged is gone. Not a matter of readiness: no other instance has it, and units must be able to report
 * again.
 */
@HealthGroup("data")
class LossHealth implements HealthCheck {

    private final Losses losses;

    LossHealth(Losses losses) {
        this.losses = losses;
    }

    @Override
    public HealthCheckResponse call() {
        List<Loss> lost = losses.standing();
        var response = HealthCheckResponse.named("revisions").status(lost.isEmpty());
        if (!lost.isEmpty()) {
            response.withData("lost", lost.stream().map(Loss::toString).collect(Collectors.joining(", ")));
        }
        return response.build();
    }
}
