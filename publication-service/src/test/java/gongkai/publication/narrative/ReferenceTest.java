package gongkai.publication.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.Totals;
import gongkai.publication.report.YearFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

    private static final Totals TOTALS = SampleTotals.complete().read();

    private static final YearFigures FIGURES = new YearFigures(
            TOTALS.form(),
            TOTALS.values(),
            Map.of("1.1", new BigDecimal(16), "1.2.2", new BigDecimal(12), "1.2.4", BigDecimal.ZERO),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "{{1.1}}, 12条",
        "{{ 1.1 }}, 12条",
        "{{1.1|number}}, 12",
        "{{7}}, 0.25万元",
        "{{1.1|previous}}, 16条",
        "{{1.1|change}}, 减少4条",
        "{{1.2.2|change}}, 持平",
        "{{1.2.4|change}}, 增加4条",
        "{{1.1|growth}}, 下降25%",
        "{{1.2.2|growth}}, 持平",
        "{{share 1.2.4 of 1.1}}, 33.3%",
        "{{share 1.2.2 of 1.1}}, 100%"
    })
    void a_reference_becomes_its_figure(String written, String read) {
        assertThat(FilledText.of("共" + written + "。", FIGURES).text()).isEqualTo("共" + read + "。");
    }

    @ParameterizedTest
    @CsvSource({"{{7|previous}}", "{{1.2.4|growth}}", "{{share 1.1 of 1.9}}"})
    void a_reference_without_a_figure_stands_as_it_was_written_and_is_told(String written) {
        FilledText filled = FilledText.of("共" + written + "。", FIGURES);

        assertThat(filled.text()).isEqualTo("共" + written + "。");
        assertThat(filled.blanks()).containsExactly(written);
    }

    @Test
    void places_of_figures_are_those_in_the_text_that_is_read() {
        FilledText filled = FilledText.of("公开{{1.1}}，网站{{1.2.2|number}}条", FIGURES);

        assertThat(filled.filled())
                .containsExactly(
                        new FilledText.Filled(2, 5, "{{1.1}}", "1.1"),
                        new FilledText.Filled(8, 10, "{{1.2.2|number}}", "1.2.2"));
    }
}
