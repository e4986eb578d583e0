package gongkai.aggregation.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundsTest {

    @Test
    void what_is_distinct_lies_between_the_largest_contribution_and_the_sum() {
        assertThat(Bounds.of(RollUp.DISTINCT, contributions("5", "70", "0", "70")))
                .contains(new Bounds(new BigDecimal("70"), new BigDecimal("145")));
    }

    @Test
    void where_one_unit_alone_has_something_to_report_there_is_nothing_to_coincide_with() {
        assertThat(Bounds.of(RollUp.DISTINCT, contributions("5", "0", "0"))).isEmpty();
        assertThat(Bounds.of(RollUp.DISTINCT, contributions())).isEmpty();
    }

    @Test
    void bounds_are_exact_and_canonical() {
        assertThat(Bounds.of(RollUp.DISTINCT, contributions("0.4", "0.6")))
                .contains(new Bounds(new BigDecimal("0.6"), new BigDecimal("1")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISTINCT")
    void all_other_totals_are_what_they_are(RollUp rollUp) {
        assertThat(Bounds.of(rollUp, contributions("5", "70"))).isEmpty();
    }

    private static List<BigDecimal> contributions(String... figures) {
        return Stream.of(figures).map(BigDecimal::new).toList();
    }
}
