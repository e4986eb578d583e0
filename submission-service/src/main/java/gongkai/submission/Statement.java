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
 * What a unit states, once it has been read.
 *
 * @param figures indicator code to figure, in canonical form, so that equal figures are equal
 * @param derived which of them the unit left out, to follow from their rules
 * @param notApplicable the indicators that do not apply to the unit
 * @param explanations why the unit does not heed a warning, by the code of the rule
 * @param remarks in the unit's own words; null for none
 */
record Statement(
        SortedMap<String, BigDecimal> figures,
        List<String> derived,
        List<String> notApplicable,
        SortedMap<String, String> explanations,
        String remarks) {

    static final Statement NOTHING = new Statement(new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), null);

    /** Keeps of the explanations those that there is something to explain for. */
    static Statement of(Checked checked, Map<String, String> explanations, String remarks) {
        SortedMap<String, String> kept = new TreeMap<>(explanations);
        kept.keySet().retainAll(checked.warnings().stream().map(Finding::rule).toList());
        return new Statement(checked.values(), checked.derived(), checked.notApplicable(), kept, remarks);
    }

    Stated stated() {
        return new Stated(figures, Set.copyOf(notApplicable));
    }
}
