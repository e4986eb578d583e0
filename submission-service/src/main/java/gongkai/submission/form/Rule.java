package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonIgnore;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation between figures that must hold (勾稽关系): <i>sum of left = / ≤ / ≥ sum of right + constant</i>.
 *
 * @param code as users know it, e.g. {@code S1}; a rule written once for several cells names its cell: {@code B2[1.2.1]}
 * @param when the rule is asked only where these add up to more than 0; always, where there are none
 * @param unless the rule is asked only where these add up to 0
 */
public record Rule(
        String code,
        Severity severity,
        LocalizedText text,
        List<Term> left,
        Relation relation,
        List<Term> right,
        BigDecimal constant,
        List<Term> when,
        List<Term> unless) {

    /** The indicator that this rule computes, when it is the sum of others and nothing else. */
    public Optional<String> subtotal() {
        boolean computes = severity == Severity.ERROR
                && relation == Relation.EQUAL
                && left.size() == 1
                && constant.signum() == 0
                && when.isEmpty()
                && unless.isEmpty()
                && terms().noneMatch(Term::previous);
        return computes ? Optional.of(left.get(0).indicator()) : Optional.empty();
    }

    /**
     * The figure that carries over from the period before: this period's indicator, and the one it must equal.
     */
    public Optional<Map.Entry<String, String>> carriesOver() {
        boolean carries = relation == Relation.EQUAL
                && constant.signum() == 0
                && left.size() == 1
                && right.size() == 1
                && left.get(0).previous()
                && !right.get(0).previous();
        return carries
                ? Optional.of(Map.entry(right.get(0).indicator(), left.get(0).indicator()))
                : Optional.empty();
    }

    /** The finding, if the figures break this rule. A rule whose figures are not all known is not checked. */
    Optional<Finding> check(Figures figures) {
        // The conditions first: a rule that does not apply need not look back.
        boolean applies = (when.isEmpty() || figures.sum(when).signum() > 0)
                && figures.sum(unless).signum() == 0
                && terms().allMatch(term -> figures.knows(term, relation));
        if (!applies) {
            return Optional.empty();
        }
        BigDecimal leftSum = figures.sum(left);
        BigDecimal rightSum = figures.sum(right).add(constant);
        return relation.holds(leftSum, rightSum)
                ? Optional.empty()
                : Optional.of(Finding.broken(this, figures, leftSum, rightSum));
    }

    @JsonIgnore
    public Stream<Term> terms() {
        return Stream.of(left, right, when, unless).flatMap(List::stream);
    }
}
