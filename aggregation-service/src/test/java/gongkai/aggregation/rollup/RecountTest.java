package gongkai.aggregation.rollup;

import static gongkai.aggregation.rollup.Given.figures;
import static gongkai.aggregation.rollup.Given.form;
import static gongkai.aggregation.rollup.Given.indicator;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountTest {

    @Test
    void sums_are_exact_to_the_last_decimal() {
        Figures totals = Recount.of(
                form(indicator("7", RollUp.SUM)),
                "office",
                Map.of("a", figures("7", "0.1"), "b", figures("7", "0.2"), "c", figures("7", "0.000001")));

        assertThat(totals).isEqualTo(figures("7", "0.300001"));
    }

    @Test
    void what_is_distinct_adds_up_as_long_as_nobody_says_what_coincides() {
        Figures totals = Recount.of(
                form(indicator("1.1", RollUp.DISTINCT)),
                "office",
                Map.of("a", figures("1.1", 3), "b", figures("1.1", 4)));

        assertThat(totals).isEqualTo(figures("1.1", 7));
    }

    @Test
    void the_bureaus_own_figure_is_the_one_of_the_unit_that_compiles() {
        Figures totals = Recount.of(
                form(indicator("8.1", RollUp.BUREAU)),
                "office",
                Map.of("office", figures("8.1", 1), "station", figures("8.1", 5)));

        assertThat(totals).isEqualTo(figures("8.1", 1));
    }

    @Test
    void nobodys_figures_add_up_to_zero_but_nobody_speaks_for_the_bureau() {
        Figures totals =
                Recount.of(form(indicator("3.1", RollUp.SUM), indicator("8.1", RollUp.BUREAU)), "office", Map.of());

        assertThat(totals).isEqualTo(figures("3.1", 0));
    }

    @Test
    void figures_the_form_does_not_know_do_not_count() {
        Figures totals =
                Recount.of(form(indicator("3.1", RollUp.SUM)), "office", Map.of("a", figures("3.1", 2, "99", 9)));

        assertThat(totals).isEqualTo(figures("3.1", 2));
    }
}
