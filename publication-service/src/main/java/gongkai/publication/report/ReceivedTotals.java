package gongkai.publication.report;

/**
 * Totals from an event.
 *
 * @param event the JSON they were read from, whole
 * @param trace of the request that caused the event; null for none
 */
public record ReceivedTotals(Totals totals, String event, String trace) {

    String report() {
        return totals.collection();
    }

    long revision() {
        return totals.revision();
    }

    String bureau() {
        return totals.bureau().code();
    }

    String bureauName() {
        return totals.bureau().name();
    }

    String periodEnd() {
        return totals.period().to().toString();
    }

    int errors() {
        return totals.errors().size();
    }

    int warnings() {
        return totals.findings().size() - errors();
    }
}
