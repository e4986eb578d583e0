package gongkai.publication.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets totals arrive at once, for tests that are not about how they travel. */
@ApplicationScoped
public class Arrivals {

    private final Reports reports;

    Arrivals(Reports reports) {
        this.reports = reports;
    }

    public void arrive(SampleTotals totals) {
        reports.take(List.of(new ArrivedTotals(totals.read(), totals.json(), null)));
    }
}
