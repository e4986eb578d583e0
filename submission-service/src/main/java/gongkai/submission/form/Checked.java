package gongkai.submission.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Figures that were read against their form.
 *
 * @param values every figure that could be read, and every subtotal that follows from them
 * @param derived the subtotals that were left out and follow from their rule
 * @param notApplicable what the unit says does not apply to it
 * @param unreadable what was stated but is no figure of this form
 * @param missing the figures a submission must have and that nobody stated
 * @param broken the rules of the form that do not hold
 */
public record Checked(
        SortedMap<String, BigDecimal> values,
        List<String> derived,
        List<String> notApplicable,
        List<Finding> unreadable,
        List<Finding> missing,
        List<Finding> broken) {

    /** Whether the figures could be submitted: every one is there, and no rule of severity error is broken. */
    public boolean isFit() {
        return unfit(true).isEmpty();
    }

    /**
     * @param complete whether the figures are to be handed in; a draft need only be readable
     * @throws InvalidFigures where they are not fit for that
     */
    public void mustBeFit(boolean complete) {
        List<Finding> unfit = unfit(complete);
        if (!unfit.isEmpty()) {
            throw new InvalidFigures(FormProblem.INVALID_FIGURES, unfit);
        }
    }

    /**
     * @param explained the rules that the unit has given a reason for
     * @throws InvalidFigures where a warning has no reason
     */
    public void mustBeExplained(Set<String> explained) {
        List<Finding> unexplained = warnings().stream()
                .filter(warning -> !explained.contains(warning.rule()))
                .toList();
        if (!unexplained.isEmpty()) {
            throw new InvalidFigures(FormProblem.WARNINGS_UNEXPLAINED, unexplained);
        }
    }

    /** All findings about the figures. */
    public List<Finding> findings() {
        return Stream.of(unreadable, missing, broken).flatMap(List::stream).toList();
    }

    /** The rules of severity warning that do not hold: each needs a reason before the figures are handed in. */
    public List<Finding> warnings() {
        return broken.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
    }

    private List<Finding> unfit(boolean complete) {
        return complete
                ? findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList()
                : unreadable;
    }
}
