package gongkai.publication.report;

import gongkai.publication.access.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets totals arrive at once, for tests that are not about how they travel. */
@ApplicationScoped
public class Arrivals {

    private final TotalsArrival arrival;

    Arrivals(TotalsArrival arrival) {
        this.arrival = arrival;
    }

    /** Whoever calls next is of their bureau. */
    public void arrive(SampleTotals totals) {
        Tokens.actIn(totals.read().bureau().code());
        arrival.take(List.of(new ArrivedTotals(totals.read(), totals.json(), null, false)));
    }
}
