package gongkai.submission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national formats of 2019 and of 2021, which share their tables of requests and of lawsuits. */
class Form2021Test {

    private static final Forms FORMS = new Forms();

    @Test
    void the_format_in_force_has_200_cells_in_three_parts() {
        Form form = FORMS.get("xxgk-2021");

        assertThat(form.indicators()).hasSize(200);
        assertThat(form.indicators())
                .filteredOn(indicator -> indicator.table().startsWith("1"))
                .hasSize(10);
        assertThat(form.indicators())
                .filteredOn(indicator -> indicator.table().equals("2"))
                .hasSize(25 * 7);
        assertThat(form.indicators())
                .filteredOn(indicator -> indicator.table().equals("3"))
                .hasSize(15);
    }

    @Test
    void the_trial_format_has_one_row_less_of_outcomes_and_changes_that_may_be_negative() {
        Form form = FORMS.get("xxgk-2019");

        assertThat(form.indicators())
                .filteredOn(indicator -> indicator.table().equals("2"))
                .hasSize(23 * 7);
        assertThat(form.indicators())
                .filteredOn(Indicator::signed)
                .extracting(Indicator::code)
                .containsExactly("1.3.change", "1.4.change", "1.5.change", "1.6.change", "1.7.change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxgk-2019", "xxgk-2021"})
    void every_cell_is_named_in_both_languages(String form) {
        assertThat(FORMS.get(form).indicators()).allSatisfy(indicator -> {
            assertThat(indicator.label().zh()).isNotBlank();
            assertThat(indicator.label().en()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxgk-2019", "xxgk-2021"})
    void a_report_of_nothing_but_zeros_breaks_no_rule(String form) {
        assertThat(FORMS.checker(form, List.of())
                        .check(Stated.of(zeros(form)), Map::of)
                        .findings())
                .isEmpty();
    }

    /** A case a rule: figures other than 0, then those of the year before. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            xxgk-2021 | M1[2.1]      | 2.1.c1=2 2.1.c7=3                           |                   | 3 | 2
            xxgk-2021 | M1[2.3.5.4]  | 2.3.5.4.c6=1                                |                   | 0 | 1
            xxgk-2021 | M2[c1]       | 2.3.7.c1=5 2.3.1.c1=2 2.3.6.3.c1=2          |                   | 5 | 4
            xxgk-2021 | M2[c7]       | 2.3.1.c7=1                                  |                   | 0 | 1
            xxgk-2021 | M3[c1]       | 2.1.c1=9 2.2.c1=1 2.3.7.c1=8 2.4.c1=1       |                   | 10 | 9
            xxgk-2021 | M4[c7]       | 2.2.c7=3                                    | 2.4.c7=4          | 4 | 3
            xxgk-2021 | M5[1.2]      | 1.2.issued=2 1.2.repealed=1 1.2.in-force=9  | 1.2.in-force=10   | 12 | 10
            xxgk-2021 | M6[3.1]      | 3.1.c1=1 3.1.c4=1 3.1.c5=3                  |                   | 3 | 2
            xxgk-2021 | M6[3.3]      | 3.3.c2=1                                    |                   | 0 | 1
            xxgk-2021 | M7           | 1.1.in-force=1                              |                   | 1 | 0
            xxgk-2021 | M9[3.2]      | 3.2.c1=1 3.2.c5=1                           | 3.2.c4=2          | 2 | 1
            xxgk-2019 | M1[2.4]      | 2.4.c7=1                                    |                   | 1 | 0
            xxgk-2019 | M2[c3]       | 2.3.6.c3=1                                  |                   | 0 | 1
            xxgk-2019 | M3[c2]       | 2.1.c2=1                                    |                   | 1 | 0
            xxgk-2019 | M4[c1]       | 2.2.c1=1                                    | 2.4.c1=0          | 0 | 1
            xxgk-2019 | M5[1.1]      | 1.1.public=4                                | 1.1.public=5      | 5 | 4
            xxgk-2019 | M6[3.2]      | 3.2.c5=1                                    |                   | 1 | 0
            xxgk-2019 | M7           | 1.1.made=1                                  |                   | 1 | 0
            xxgk-2019 | M9[3.1]      | 3.1.c5=0                                    | 3.1.c4=1          | 1 | 0
            xxgk-2019 | N1[1.7]      | 1.7.last-year=2 1.7.change=-3               |                   | -1 | 0
            xxgk-2019 | N2[1.3]      | 1.3.last-year=7                             | 1.3.last-year=5 1.3.change=1 | 6 | 7
            """)
    void a_broken_rule_is_found_with_both_sides(
            String form, String rule, String figures, String previous, long left, long right) {
        Map<String, Object> stated = zeros(form);
        stated.putAll(read(figures));

        Checked checked = FORMS.checker(form, List.of()).check(Stated.of(stated), () -> read(previous));

        assertThat(checked.broken())
                .filteredOn(finding -> finding.rule().equals(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.left()).isEqualByComparingTo(BigDecimal.valueOf(left));
                    assertThat(finding.right()).isEqualByComparingTo(BigDecimal.valueOf(right));
                    assertThat(finding.message().zh()).contains(rule, Long.toString(left), Long.toString(right));
                    assertThat(finding.message().en()).contains(rule, Long.toString(left), Long.toString(right));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxgk-2019", "xxgk-2021"})
    void rules_across_years_are_not_asked_where_last_year_is_not_known(String form) {
        Map<String, Object> stated = zeros(form);
        IntStream.of(1, 7)
                .forEach(column ->
                        stated.putAll(Map.of("2.2.c" + column, 3, "2.3.1.c" + column, 3, "2.3.7.c" + column, 3)));

        assertThat(FORMS.checker(form, List.of())
                        .check(Stated.of(stated), Map::of)
                        .findings())
                .isEmpty();
    }

    @Test
    void totals_of_rows_and_columns_are_derived_from_their_cells() {
        Map<String, Object> stated = zeros("xxgk-2021");
        stated.putAll(Map.of("2.1.c1", 4, "2.1.c2", 1, "2.3.1.c1", 3, "2.4.c1", 1, "2.3.2.c2", 1));
        var total = Pattern.compile("2\\..*\\.c7|2\\.3\\.7\\..*|3\\..*\\.c5");
        stated.keySet().removeIf(total.asMatchPredicate());

        Checked checked = FORMS.checker("xxgk-2021", List.of()).check(Stated.of(stated), Map::of);

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.values())
                .containsEntry("2.1.c7", BigDecimal.valueOf(5))
                .containsEntry("2.3.7.c7", BigDecimal.valueOf(4));
        assertThat(checked.derived()).hasSize(25 + 6 + 3);
    }

    private static Map<String, Object> zeros(String form) {
        return FORMS.get(form).indicators().stream()
                .collect(Collectors.toMap(Indicator::code, indicator -> 0, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, BigDecimal> read(String figures) {
        Map<String, BigDecimal> read = new HashMap<>();
        if (figures != null) {
            Stream.of(figures.trim().split("\\s+"))
                    .map(figure -> figure.split("="))
                    .forEach(figure -> read.put(figure[0], new BigDecimal(figure[1])));
        }
        return read;
    }
}
