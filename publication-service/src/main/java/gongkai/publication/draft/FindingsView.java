package gongkai.publication.draft;

import gongkai.publication.edition.FindingView;
import gongkai.publication.finding.Ledger;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a draft's text says of its table, and the form's rules of its figures.
 *
 * @param open how many numbers and contradictions stand in the way of publication
 * @param rules the form's rules that the totals break
 */
@Schema(
        name = "Findings",
        description = "What a draft's text says of its table, and the form's rules of its figures.",
        requiredProperties = {
            "report",
            "totalsRevision",
            "narrativeRevision",
            "open",
            "contradictions",
            "numbers",
            "rules"
        })
record FindingsView(
        String report,
        long totalsRevision,
        long narrativeRevision,
        int open,
        List<Ledger.Dispute> contradictions,
        List<Ledger.Entry> numbers,
        List<FindingView> rules) {

    static FindingsView of(Draft draft) {
        Ledger ledger = draft.ledger();
        return new FindingsView(
                draft.totals().collection(),
                draft.totals().revision(),
                draft.narrativeRevision(),
                ledger.openNumbers().size() + ledger.openContradictions().size(),
                ledger.contradictions(),
                ledger.numbers(),
                FindingView.of(draft.totals()));
    }
}
