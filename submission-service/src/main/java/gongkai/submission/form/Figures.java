package gongkai.submission.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A unit's figures of this period beside those of the one before, as the rules see them: what does not apply adds nothing. */
record Figures(Map<String, BigDecimal> current, Set<String> notApplicable, EarlierFigures previous) {

    /**
     * Whether a rule can be asked. A figure of an unknown earlier period counts as 0, except in an equation, which would then be
     * judged on a figure that nobody stated.
     */
    boolean knows(Term term, Relation relation) {
        if (term.previous()) {
            return relation != Relation.EQUAL || previous.get().containsKey(term.indicator());
        }
        return current.containsKey(term.indicator()) || notApplicable.contains(term.indicator());
    }

    BigDecimal sum(List<Term> terms) {
        return terms.stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal of(Term term) {
        return (term.previous() ? previous.get() : current).getOrDefault(term.indicator(), BigDecimal.ZERO);
    }
}
