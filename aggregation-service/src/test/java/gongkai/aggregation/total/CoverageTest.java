package gongkai.aggregation.total;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.rollup.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void reporting_zero_and_not_being_concerned_and_being_silent_are_three_things() {
        var coverage = Coverage.of(
                "1.1",
                6,
                List.of(
                        contribution(Map.of("1.1", new BigDecimal("5"))),
                        contribution(Map.of("1.1", new BigDecimal("0.25"))),
                        contribution(Map.of("1.1", BigDecimal.ZERO)),
                        contribution(Map.of(), "8.4", "1.1")));

        assertThat(coverage).isEqualTo(new Coverage(2, 1, 1, 2));
    }

    @Test
    void a_unit_that_submitted_without_a_word_on_the_indicator_has_left_it_out() {
        var coverage = Coverage.of("1.1", 1, List.of(contribution(Map.of("2.1", BigDecimal.ONE), "8.4")));

        assertThat(coverage).isEqualTo(new Coverage(0, 0, 0, 1));
    }

    private static Contribution contribution(Map<String, BigDecimal> figures, String... notApplicable) {
        return new Contribution("a", "unit", "科室", "科室", 1, new Figures(figures), List.of(notApplicable), null);
    }
}
