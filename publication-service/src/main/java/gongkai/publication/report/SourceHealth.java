package gongkai.publication.report;

import io.smallrye.health.api.HealthGroup;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the totals that reports rest on are known where they were counted. They are not where that database was restored as it had
 * been before; then nothing should be published of them until the units have reported again. Not a matter of readiness: editions can be
 * read.
 */
@HealthGroup("data")
class SourceHealth implements HealthCheck {

    private final Reports reports;

    SourceHealth(Reports reports) {
        this.reports = reports;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> ahead = reports.aheadOfTheirSource();
        var response = HealthCheckResponse.named("totals").status(ahead.isEmpty());
        if (!ahead.isEmpty()) {
            response.withData("ahead", String.join(", ", ahead));
        }
        return response.build();
    }
}
