package gongkai.submission.form;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/**
 * Whatever the form and the figures: what is accepted keeps every rule, and a corruption that breaks a rule is refused by its name.
 *
 * <p>The check in this test is written apart from the one it tests: over plain arrays of longs, without terms, figures or forms.
 */
class SubmissionCheckerPropertiesTest {

    /** A rule over cells 0 … n-1, as plain as can be. */
    private record PlainRule(List<Integer> left, String sign, List<Integer> right, long constant) {

        boolean holds(long[] cells) {
            long l = left.stream().mapToLong(cell -> cells[cell]).sum();
            long r = right.stream().mapToLong(cell -> cells[cell]).sum() + constant;
            return sign.equals("=") ? l == r : sign.equals("<=") ? l <= r : l >= r;
        }
    }

    private record PlainForm(int cells, List<PlainRule> rules) {

        Form form() {
            List<Indicator> indicators = IntStream.range(0, cells)
                    .mapToObj(cell -> new Indicator(
                            code(cell), "t", code(cell), "c", TEXT, null, "件", 0, false, RollUp.SUM, null))
                    .toList();
            List<Rule> written = IntStream.range(0, rules.size())
                    .mapToObj(number -> rule("R" + number, rules.get(number)))
                    .toList();
            return new Form("any", TEXT, "none", new Form.Years(2020, null), List.of(), indicators, written);
        }

        private static Rule rule(String code, PlainRule rule) {
            return new Rule(
                    code,
                    Severity.ERROR,
                    TEXT,
                    terms(rule.left),
                    Relation.of(rule.sign),
                    terms(rule.right),
                    BigDecimal.valueOf(rule.constant),
                    List.of(),
                    List.of());
        }

        private static List<Term> terms(List<Integer> cells) {
            return cells.stream().map(cell -> new Term(code(cell), false)).toList();
        }
    }

    private static final LocalizedText TEXT = new LocalizedText("文", "text");

    @Property
    void what_is_accepted_keeps_every_rule_and_what_is_refused_breaks_one(
            @ForAll("forms") PlainForm form, @ForAll("figures") List<Long> figures) {
        long[] cells = cells(form, figures);

        Checked checked = check(form, cells);

        List<String> broken = IntStream.range(0, form.rules.size())
                .filter(rule -> !form.rules.get(rule).holds(cells))
                .mapToObj(rule -> "R" + rule)
                .toList();
        assertThat(checked.broken()).extracting(Finding::rule).containsExactlyElementsOf(broken);
        assertThat(checked.isFit()).isEqualTo(broken.isEmpty());
    }

    @Property
    void a_corruption_of_one_cell_that_breaks_a_rule_is_refused_by_the_name_of_that_rule(
            @ForAll("forms") PlainForm form,
            @ForAll("figures") List<Long> figures,
            @ForAll("cell") int corrupted,
            @ForAll("figure") long wrong) {
        long[] cells = cells(form, figures);
        cells[corrupted % form.cells] = wrong;

        Checked checked = check(form, cells);

        for (int rule = 0; rule < form.rules.size(); rule++) {
            boolean named =
                    checked.broken().stream().map(Finding::rule).toList().contains("R" + rule);
            assertThat(named).as("R%d", rule).isEqualTo(!form.rules.get(rule).holds(cells));
        }
    }

    @Property
    void a_subtotal_that_is_left_out_is_what_its_rule_makes_it(@ForAll("figures") List<Long> figures) {
        var sum = new PlainRule(
                List.of(0), "=", IntStream.range(1, MAX_CELLS).boxed().toList(), 0);
        var form = new PlainForm(MAX_CELLS, List.of(sum));
        long[] cells = cells(form, figures);
        Map<String, Object> stated = stated(cells);
        stated.remove(code(0));

        Checked checked = new SubmissionChecker(form.form()).check(Stated.of(stated), Map::of);

        long expected = figures.stream().skip(1).mapToLong(Long::longValue).sum();
        assertThat(checked.values().get(code(0))).isEqualByComparingTo(BigDecimal.valueOf(expected));
        assertThat(checked.isFit()).isTrue();
    }

    private static final int MAX_CELLS = 12;

    @Provide
    Arbitrary<PlainForm> forms() {
        return Arbitraries.integers()
                .between(2, MAX_CELLS)
                .flatMap(cells -> rules(cells).list().ofMaxSize(8).map(rules -> new PlainForm(cells, rules)));
    }

    private static Arbitrary<PlainRule> rules(int cells) {
        ListArbitrary<Integer> terms =
                Arbitraries.integers().between(0, cells - 1).list().uniqueElements();
        return Combinators.combine(
                        terms.ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of("=", "<=", ">="),
                        terms.ofMaxSize(4),
                        Arbitraries.longs().between(-5, 5))
                .as(PlainRule::new);
    }

    @Provide
    Arbitrary<List<Long>> figures() {
        return figure().list().ofSize(MAX_CELLS);
    }

    @Provide
    Arbitrary<Long> figure() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 3)),
                Tuple.of(1, Arbitraries.longs().between(0, 999_999_999_999L)));
    }

    @Provide
    Arbitrary<Integer> cell() {
        return Arbitraries.integers().between(0, MAX_CELLS - 1);
    }

    private static Checked check(PlainForm form, long[] cells) {
        return new SubmissionChecker(form.form()).check(Stated.of(stated(cells)), Map::of);
    }

    private static long[] cells(PlainForm form, List<Long> figures) {
        return figures.stream().limit(form.cells).mapToLong(Long::longValue).toArray();
    }

    private static Map<String, Object> stated(long[] cells) {
        Map<String, Object> stated = new TreeMap<>();
        IntStream.range(0, cells.length).forEach(cell -> stated.put(code(cell), cells[cell]));
        return stated;
    }

    private static String code(int cell) {
        return "c" + cell;
    }
}
