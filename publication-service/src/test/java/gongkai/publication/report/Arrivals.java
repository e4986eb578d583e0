package gongkai.publication.report;

import gongkai.publication.access.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets totals arrive at once, for tests that are not about how they travel. */
@ApplicationScoped
public class Arrivals {

    private final Reports reports;

    Arrivals(Reports reports) {
        this.reports = reports;
    }

    /** Whoever calls next is of their bureau. */
    public void arrive(SampleTotals totals) {
        Tokens.actIn(totals.read().bureau().code());
        reports.take(List.of(new ArrivedTotals(totals.read(), totals.json(), null, false)));
    }
}
