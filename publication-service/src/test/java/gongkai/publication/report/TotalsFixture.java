package gongkai.publication.report;

import gongkai.publication.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets totals arrive at once, for tests that are not about how they travel. */
@ApplicationScoped
public class TotalsFixture {

    private final ReportUpdater updater;

    TotalsFixture(ReportUpdater updater) {
        this.updater = updater;
    }

    /** Whoever calls next is of their bureau. */
    public void receive(SampleTotals totals) {
        Tokens.actIn(totals.read().bureau().code());
        updater.update(List.of(new ReceivedTotals(totals.read(), totals.json(), null)));
    }
}
