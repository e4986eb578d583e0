package gongkai.aggregation.rollup;

import static java.util.Objects.requireNonNull;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation between indicators that must hold (勾稽关系): the sum of {@code left} stands in {@code relation} to the sum of
 * {@code right} plus {@code constant}.
 *
 * @param when if not empty, the rule is asked only where the sum of these is above 0
 * @param unless the rule is asked only where the sum of these is 0
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

    public Rule {
        requireNonNull(code, "a rule has a code");
        requireNonNull(severity, "a rule has a severity");
        requireNonNull(text, "a rule has a text");
        requireNonNull(relation, "a rule has a relation");
        requireNonNull(constant, "a rule has a constant");
        left = List.copyOf(left);
        right = List.copyOf(right);
        when = List.copyOf(when);
        unless = List.copyOf(unless);
    }

    /**
     * The finding, if these figures break the rule.
     *
     * @param previous the figures of the period before; none where they are not known, and then they count as 0
     */
    Optional<Finding> check(Figures figures, Figures previous) {
        if (!isAskedOf(figures, previous)) {
            return Optional.empty();
        }
        BigDecimal leftSum = sum(left, figures, previous);
        BigDecimal rightSum = sum(right, figures, previous).add(constant);
        if (relation.holds(leftSum, rightSum)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(this, Figures.canonical(leftSum), Figures.canonical(rightSum)));
    }

    private boolean isAskedOf(Figures figures, Figures previous) {
        return canBeJudgedBy(figures, previous)
                && (when.isEmpty() || sum(when, figures, previous).signum() > 0)
                && sum(unless, figures, previous).signum() == 0;
    }

    /**
     * Not while a figure of its is unstated. Nor, while the period before is not known, if it speaks of nothing else, or equates something
     * with it.
     */
    private boolean canBeJudgedBy(Figures figures, Figures previous) {
        boolean looksBack = sides().anyMatch(Term::previous);
        boolean onlyLooksBack = sides().allMatch(Term::previous);
        boolean canDoWithout = !onlyLooksBack && (!looksBack || relation != Relation.EQUAL);
        boolean isKnown = !previous.equals(Figures.NONE);
        return (isKnown || canDoWithout)
                && sides().filter(term -> !term.previous())
                        .allMatch(term -> figures.get(term.indicator()).isPresent());
    }

    /** The indicators whose figures stand on either side. */
    public List<String> indicators() {
        return sides().map(Term::indicator).distinct().toList();
    }

    private Stream<Term> sides() {
        return Stream.concat(left.stream(), right.stream());
    }

    private static BigDecimal sum(List<Term> terms, Figures figures, Figures previous) {
        return terms.stream().map(term -> term.in(figures, previous)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
