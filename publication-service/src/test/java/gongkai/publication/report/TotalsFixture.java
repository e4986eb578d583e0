package gongkai.publication.report;

import gongkai.publication.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores totals without Kafka, for tests that are not about events. */
@ApplicationScoped
public class TotalsFixture {

    private final ReportUpdater updater;

    TotalsFixture(ReportUpdater updater) {
        this.updater = updater;
    }

    /** The next caller is of their bureau. */
    public void receive(SampleTotals totals) {
        Tokens.actIn(totals.read().bureau().code());
        updater.update(List.of(new ReceivedTotals(totals.read(), totals.json(), null)));
    }
}
