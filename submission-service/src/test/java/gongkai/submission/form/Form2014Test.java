package gongkai.submission.form;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.submission.Given;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Form2014Test {

    private static final Forms FORMS = new Forms();

    private final SubmissionChecker check = FORMS.checker("xxgk-2014", List.of());

    @Test
    void it_asks_58_figures() {
        var form = FORMS.get("xxgk-2014");

        assertThat(form.indicators()).hasSize(58);
        assertThat(form.indicators())
                .extracting(Indicator::code)
                .containsExactlyInAnyOrderElementsOf(Given.figures().keySet());
        assertThat(form.indicators()).allSatisfy(indicator -> {
            assertThat(indicator.label().zh()).isNotBlank();
            assertThat(indicator.label().en()).isNotBlank();
            assertThat(indicator.measure()).isIn("条", "件", "次", "篇", "个", "人", "人次", "万元");
            assertThat(indicator.rollUp()).isNotNull();
        });
    }

    @Test
    void every_rule_and_every_row_speaks_of_what_is_there() {
        var form = FORMS.get("xxgk-2014");
        var codes = form.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
        var rows = form.tables().stream()
                .flatMap(table -> table.rows().stream())
                .map(Table.Row::code)
                .collect(Collectors.toSet());

        assertThat(form.rules())
                .allSatisfy(rule ->
                        assertThat(rule.terms()).extracting(Term::indicator).isSubsetOf(codes));
        assertThat(form.indicators())
                .filteredOn(indicator -> indicator.parent() != null)
                .allSatisfy(indicator -> assertThat(rows).contains(indicator.parent()));
    }

    @Test
    void a_report_of_nothing_but_zeros_breaks_no_rule() {
        assertThat(check.check(Stated.of(Given.figures()), Map::of).findings()).isEmpty();
    }

    /** The table of a district justice bureau's report for 2018, which prompted this system. */
    @Test
    void the_table_of_xingqing_2018_breaks_no_hard_rule_and_is_unusual_in_two_places() {
        var table = Given.figures(
                "1.1", 75, "1.2.2", 75, "2.1", 2, "2.2.3", 4, "2.2.4", 2, "5", 3, "5.1", 3, "6", 6, "8.1", 1, "8.2", 2,
                "8.3", 1, "8.3.1", 1, "9.1", 3, "9.3", 4);

        Checked checked = check.check(Stated.of(table), Map::of);

        assertThat(checked.isFit()).isTrue();
        assertThat(checked.findings()).extracting(Finding::rule).containsExactly("F3", "F5");
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken("S1", 3, 2, "3.1", 3, "3.1.1", 1, "3.1.3", 1),
                broken("S2", 2, 1, "3.2", 2, "3.2.1", 1),
                broken("S3", 4, 3, "3.3", 4, "3.3.8", 3),
                broken("S4", 1, 2, "3.3.4", 1, "3.3.4.1", 1, "3.3.4.6", 1),
                broken("S5", 1, 0, "4", 1),
                broken("S6", 3, 2, "5", 3, "5.1", 2),
                broken("S7", 1, 2, "8.3", 1, "8.3.1", 1, "8.3.2", 1),
                broken("B1", 2, 1, "1.1", 1, "1.2.2", 1, "1.1.a", 2, "1.1.b", 2),
                broken("B2[1.2.1]", 2, 1, "1.1", 1, "1.2.1", 2),
                broken("B2[1.2.2]", 2, 1, "1.1", 1, "1.2.2", 2),
                broken("B2[1.2.3]", 54, 1, "1.1", 1, "1.2.3", 54),
                broken("B2[1.2.4]", 286, 75, "1.1", 75, "1.2.4", 286),
                broken("B2[1.2.5]", 81, 75, "1.1", 75, "1.2.5", 81),
                broken("B3", 75, 74, "1.1", 75, "1.2.2", 70, "1.2.4", 4),
                broken("B4", 1, 0, "2.2.1.a", 1),
                broken("B5", 1, 0, "2.2.2.a", 1),
                broken("B6[2.2.4]", 2, 1, "2.1", 1, "2.2.4", 2),
                broken("B6[2.2.5]", 2, 1, "2.1", 1, "2.2.5", 2),
                broken("B7", 3, 2, "2.1", 3, "2.2.4", 2),
                broken("B8", 1, 0, "1.1", 1, "1.2.2", 1, "1.1.a", 1),
                broken("F1", 1, 0, "3.2", 1, "3.2.1", 1),
                broken("F2", 0, 1, "3.1", 1, "3.1.1", 1, "3.2", 1, "3.2.1", 1),
                broken("F3", 0, 1, "4", 1, "4.1", 1),
                broken("F4", 0, 1, "7", new BigDecimal("0.5")),
                broken("F5", 0, 1, "9.3", 4),
                broken("F6", 0, 1, "8.1", 1),
                broken("F7", 0, 1, "8.3", 1, "8.3.1", 1));
    }

    private static Arguments broken(String rule, long left, long right, Object... figures) {
        return Arguments.of(rule, left, right, figures);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void a_broken_rule_is_found_with_both_sides(String rule, long left, long right, Object[] figures) {
        Checked checked = check.check(Stated.of(Given.figures(figures)), Map::of);

        assertThat(checked.broken())
                .filteredOn(finding -> finding.rule().equals(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.left()).isEqualByComparingTo(BigDecimal.valueOf(left));
                    assertThat(finding.right()).isEqualByComparingTo(BigDecimal.valueOf(right));
                    assertThat(finding.message().zh())
                            .contains(rule.substring(0, 2), Long.toString(left), Long.toString(right));
                    assertThat(finding.message().en())
                            .contains(rule.substring(0, 2), Long.toString(left), Long.toString(right));
                });
    }

    @Test
    void every_rule_is_broken_by_one_of_these_cases() {
        var tested = brokenRules().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());

        assertThat(FORMS.get("xxgk-2014").rules())
                .allSatisfy(rule -> assertThat(tested).contains(rule.code()));
    }

    @Test
    void requests_of_last_year_explain_a_lawsuit_of_this_year() {
        var lawsuit = Given.figures("5", 3, "5.1", 3);

        assertThat(check.check(Stated.of(lawsuit), () -> Map.of("3.1", BigDecimal.ONE))
                        .findings())
                .isEmpty();
    }

    @Test
    void answers_need_not_match_conclusions_where_somebody_was_told_to_amend() {
        var amended = Given.figures("3.1", 1, "3.1.1", 1, "3.3", 1, "3.3.7", 1);

        assertThat(check.check(Stated.of(amended), Map::of).findings()).isEmpty();
    }
}
