package gongkai.aggregation.rollup;

import static gongkai.aggregation.rollup.Given.figures;
import static gongkai.aggregation.rollup.Given.terms;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private final Rule requestsAreTheirParts =
            rule("3.1", Relation.EQUAL, NOTHING, List.of(), List.of(), "3.1.1", "3.1.2");

    @Test
    void a_broken_rule_is_a_finding_with_what_both_sides_came_to() {
        var finding = check(requestsAreTheirParts, figures("3.1", 7, "3.1.1", 4, "3.1.2", 2));

        assertThat(finding).contains(new Finding(requestsAreTheirParts, BigDecimal.valueOf(7), BigDecimal.valueOf(6)));
        assertThat(requestsAreTheirParts.indicators()).containsExactly("3.1", "3.1.1", "3.1.2");
    }

    @Test
    void a_kept_rule_is_none() {
        assertThat(check(requestsAreTheirParts, figures("3.1", 6, "3.1.1", 4, "3.1.2", 2)))
                .isEmpty();
    }

    @Test
    void both_sides_may_be_equal_where_one_is_at_most_the_other() {
        var channel = rule("1.2.2", Relation.AT_MOST, NOTHING, List.of(), List.of(), "1.1");

        assertThat(check(channel, figures("1.2.2", 5, "1.1", 5))).isEmpty();
        assertThat(check(channel, figures("1.2.2", 6, "1.1", 5))).isPresent();
    }

    @Test
    void a_rule_with_a_condition_is_asked_only_where_that_has_a_figure() {
        var feesFollowRequests = rule("3.1", Relation.AT_LEAST, BigDecimal.ONE, terms("7"), List.of());

        assertThat(check(feesFollowRequests, figures("3.1", 0, "7", 0))).isEmpty();
        assertThat(check(feesFollowRequests, figures("3.1", 0, "7", "0.1"))).isPresent();
    }

    @Test
    void a_rule_with_an_exception_is_asked_only_where_that_is_zero() {
        var answersAreConclusions = rule("3.3", Relation.EQUAL, NOTHING, List.of(), terms("3.3.7"), "3.2");

        assertThat(check(answersAreConclusions, figures("3.3", 2, "3.2", 1, "3.3.7", 1)))
                .isEmpty();
        assertThat(check(answersAreConclusions, figures("3.3", 2, "3.2", 1, "3.3.7", 0)))
                .isPresent();
    }

    @Test
    void the_figure_of_the_period_before_is_unknown_and_counts_as_zero() {
        var lawsuitsFollowRequests = new Rule(
                "F3",
                Severity.WARNING,
                new LocalizedText("规则", "Rule"),
                terms("3.1", "3.1@previous"),
                Relation.AT_LEAST,
                List.of(),
                BigDecimal.ONE,
                terms("5"),
                List.of());

        assertThat(check(lawsuitsFollowRequests, figures("3.1", 0, "5", 3))).isPresent();
        assertThat(lawsuitsFollowRequests.indicators()).containsExactly("3.1");
    }

    @Test
    void a_rule_about_the_period_before_alone_cannot_be_judged() {
        var nothingButTheYearBefore = rule("3.4@previous", Relation.AT_LEAST, BigDecimal.ONE, List.of(), List.of());

        assertThat(check(nothingButTheYearBefore, figures("3.4", 0))).isEmpty();
    }

    @Test
    void a_rule_that_looks_back_is_held_against_the_period_before_where_that_is_known() {
        var carriedOver = rule("3.4", Relation.EQUAL, NOTHING, List.of(), List.of(), "3.5@previous");

        assertThat(carriedOver.check(figures("3.4", 2), Figures.NONE)).isEmpty();
        assertThat(carriedOver.check(figures("3.4", 2), figures("3.5", 2))).isEmpty();
        assertThat(carriedOver.check(figures("3.4", 2), figures("3.5", 3)))
                .contains(new Finding(carriedOver, BigDecimal.valueOf(2), BigDecimal.valueOf(3)));
    }

    @Test
    void a_rule_cannot_be_judged_before_its_figures_are_stated() {
        assertThat(check(requestsAreTheirParts, figures("3.1", 7, "3.1.1", 4))).isEmpty();
    }

    private static Rule rule(
            String left, Relation relation, BigDecimal constant, List<Term> when, List<Term> unless, String... right) {
        return new Rule(
                "R",
                Severity.ERROR,
                new LocalizedText("规则", "Rule"),
                terms(left),
                relation,
                terms(right),
                constant,
                when,
                unless);
    }

    private static Optional<Finding> check(Rule rule, Figures figures) {
        return rule.check(figures, Figures.NONE);
    }
}
