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
}
