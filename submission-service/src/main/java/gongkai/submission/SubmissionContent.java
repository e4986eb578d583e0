package gongkai.submission;

import gongkai.submission.form.Checked;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a submission: figures in canonical form, and the unit's own words.
 *
 * @param figures indicator code to figure, in canonical form, so that equal figures are equal
 * @param derived the subtotals that the unit left out and that follow from their rules
 * @param notApplicable the indicators that do not apply to the unit
 * @param explanations the unit's reason for each broken rule of severity warning, by the rule's code
 * @param remarks in the unit's own words; null for none
 */
public record SubmissionContent(
        SortedMap<String, BigDecimal> figures,
        List<String> derived,
        List<String> notApplicable,
        SortedMap<String, String> explanations,
        String remarks) {

    static final SubmissionContent NOTHING =
            new SubmissionContent(new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), null);

    /** Keeps only the explanations of rules that warn. */
    static SubmissionContent of(Checked checked, Map<String, String> explanations, String remarks) {
        SortedMap<String, String> kept = new TreeMap<>(explanations);
        kept.keySet().retainAll(checked.warnings().stream().map(Finding::rule).toList());
        return new SubmissionContent(checked.values(), checked.derived(), checked.notApplicable(), kept, remarks);
    }

    public Stated stated() {
        return new Stated(figures, Set.copyOf(notApplicable));
    }
}
