package gongkai.submission.form;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.submission.Given;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionCheckerTest {

    private final SubmissionChecker check = new Forms().checker("xxgk-2014", List.of());

    @Test
    void equal_figures_are_read_as_equal_however_they_are_written() {
        var written = Given.figures("7", new BigDecimal("1.500"), "8.2", BigInteger.TWO, "9.3", new BigDecimal("1E+2"));

        var values = check.check(Stated.of(written), Map::of).values();

        assertThat(values.get("7")).isEqualTo(new BigDecimal("1.5"));
        assertThat(values.get("8.2")).isEqualTo(new BigDecimal("2"));
        assertThat(values.get("9.3")).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void a_subtotal_of_subtotals_is_derived_whichever_rule_is_written_first() {
        var figures = Given.figures("3.3.4.1", 2, "3.3.1", 1, "3.2", 3, "3.2.1", 3, "3.1", 3, "3.1.1", 3);
        figures.remove("3.3");
        figures.remove("3.3.4");

        Checked checked = check.check(Stated.of(figures), Map::of);

        assertThat(checked.derived()).containsExactly("3.3", "3.3.4");
        assertThat(checked.values())
                .containsEntry("3.3.4", new BigDecimal("2"))
                .containsEntry("3.3", new BigDecimal("3"));
        assertThat(checked.isFit()).isTrue();
    }

    @Test
    void a_subtotal_whose_parts_are_not_all_there_is_missing_too() {
        var figures = Given.figures();
        figures.remove("8.3");
        figures.remove("8.3.2");

        Checked checked = check.check(Stated.of(figures), Map::of);

        assertThat(checked.missing()).extracting(Finding::indicator).containsExactly("8.3", "8.3.2");
    }

    @Test
    void a_rule_whose_figures_are_not_all_there_is_not_asked() {
        Checked checked = check.check(Stated.of(Map.of("3.1", 5)), Map::of);

        assertThat(checked.broken()).isEmpty();
    }

    @Test
    void nothing_stated_and_null_stated_are_both_missing_while_zero_is_a_figure() {
        var figures = Given.figures("9.1", null, "9.2", 0);
        figures.remove("9.3");

        assertThat(check.check(Stated.of(figures), Map::of).missing())
                .extracting(Finding::indicator)
                .containsExactly("9.1", "9.3");
    }

    @Test
    void the_largest_count_is_twelve_nines() {
        assertThat(check.check(Stated.of(Given.figures("6", 999_999_999_999L)), Map::of)
                        .unreadable())
                .isEmpty();
        assertThat(check.check(Stated.of(Given.figures("6", 1_000_000_000_000L)), Map::of)
                        .unreadable())
                .extracting(Finding::rule)
                .containsExactly("size");
    }

    @Test
    void an_amount_is_exact_to_the_fen() {
        assertThat(check.check(Stated.of(Given.figures("8.4", new BigDecimal("0.000001"))), Map::of)
                        .unreadable())
                .isEmpty();
        assertThat(check.check(Stated.of(Given.figures("8.4", new BigDecimal("0.0000001"))), Map::of)
                        .unreadable())
                .extracting(Finding::rule)
                .containsExactly("decimals");
    }

    @Test
    void a_number_that_would_fill_the_memory_is_refused_without_being_written_out() {
        for (String monster : new String[] {"1e999999999", "1e-999999999", "9e2147483000"}) {
            assertThat(check.check(Stated.of(Given.figures("6", new BigDecimal(monster))), Map::of)
                            .unreadable())
                    .hasSize(1);
        }
    }
}
