package gongkai.publication.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"12, 12", "12.000, 12", "0.250, 0.25", "0.000, 0", "1E+3, 1000", "0.000001, 0.000001"})
    void equal_figures_are_written_alike(String figure, String written) {
        assertThat(Figures.canonical(new BigDecimal(figure))).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+31", "0.0000001", "1E+1000000000", "1E-1000000000"})
    void a_figure_no_report_can_hold_is_refused(String figure) {
        assertThatIllegalArgumentException().isThrownBy(() -> Figures.canonical(new BigDecimal(figure)));
    }
}
