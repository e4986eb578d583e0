package gongkai.publication.draft;

import gongkai.publication.edition.FindingView;
import gongkai.publication.finding.TextFindings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The comparison of a draft's text with its table, and the broken rules of the form.
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
        List<TextFindings.ContradictionStatus> contradictions,
        List<TextFindings.NumberStatus> numbers,
        List<FindingView> rules) {

    static FindingsView of(Draft draft) {
        TextFindings textFindings = draft.textFindings();
        return new FindingsView(
                draft.totals().collection(),
                draft.totals().revision(),
                draft.narrativeRevision(),
                textFindings.openNumbers().size()
                        + textFindings.openContradictions().size(),
                textFindings.contradictions(),
                textFindings.numbers(),
                FindingView.of(draft.totals()));
    }
}
