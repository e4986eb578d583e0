package gongkai.publication.report;

/**
 * Totals as they came, and what they mean here.
 *
 * @param event the JSON they were read from, whole
 * @param trace of the request that caused it; null for none
 * @param again whether they were told once more, because the log was new: there are no others then
 */
public record ArrivedTotals(Totals totals, String event, String trace, boolean again) {

    String report() {
        return totals.collection();
    }

    long revision() {
        return totals.revision();
    }

    /**
     * Whether nothing of these is left once later ones of the same report are taken. Those told once more may be older than what is known:
     * they say what their source knows, which those told for the first time do not.
     */
    boolean areReplacedBy(ArrivedTotals later) {
        return revision() < later.revision() && (later.again || !again);
    }
}
