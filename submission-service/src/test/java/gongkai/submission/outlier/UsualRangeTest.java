package gongkai.submission.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualRangeTest {

    @Test
    void the_range_reaches_three_interquartile_ranges_beyond_the_quartiles() {
        assertThat(range(10, 20, 30, 40, 50)).isEqualTo(new UsualRange(BigDecimal.valueOf(0), BigDecimal.valueOf(100)));
        assertThat(range(100, 101, 102, 103, 104))
                .isEqualTo(new UsualRange(BigDecimal.valueOf(95), BigDecimal.valueOf(109)));
    }

    @Test
    void one_slipped_digit_does_not_widen_it() {
        assertThat(range(10, 12, 11, 13, 1200).covers(BigDecimal.valueOf(1200))).isFalse();
    }

    @Test
    void a_neighbour_of_what_all_others_report_is_usual() {
        assertThat(range(0, 0, 0, 0, 0).covers(BigDecimal.valueOf(3))).isTrue();
        assertThat(range(0, 0, 0, 0, 0).covers(BigDecimal.valueOf(4))).isFalse();
    }

    @Test
    void too_few_figures_have_no_usual_range() {
        assertThat(UsualRange.of(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)))
                .isEmpty();
    }

    private static UsualRange range(int... figures) {
        return UsualRange.of(IntStream.of(figures).mapToObj(BigDecimal::valueOf).toList())
                .orElseThrow();
    }
}
