package gongkai.publication.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.report.Form.Indicator;
import gongkai.publication.report.Totals.Bureau;
import gongkai.publication.report.Totals.Period;
import gongkai.publication.report.Totals.Progress;
import gongkai.publication.report.Totals.Unit;
import gongkai.publication.report.Totals.Warning;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsContractTest {

    @Test
    void the_sample_of_the_producer_is_read_whole() {
        Totals totals = SampleTotals.asPublished().read();

        assertThat(totals.collection()).isEqualTo("xingqing-justice-2018");
        assertThat(totals.revision()).isEqualTo(7);
        assertThat(totals.bureau()).isEqualTo(new Bureau("xingqing-justice", "银川市兴庆区司法局"));
        assertThat(totals.period()).isEqualTo(new Period(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31)));
        assertThat(totals.compiledBy()).isEqualTo("general-office");
        assertThat(totals.progress()).isEqualTo(new Progress(2, 1, 0, 0, 1));
        assertThat(totals.values())
                .isEqualTo(Map.of(
                        "1.1", new BigDecimal(12),
                        "1.2.2", new BigDecimal(12),
                        "1.2.4", new BigDecimal(4),
                        "7", new BigDecimal("0.25")));
        assertThat(totals.units())
                .containsExactly(
                        new Unit(
                                "general-office",
                                "综合管理办公室",
                                "科室",
                                Unit.State.MISSING,
                                null,
                                List.of(),
                                List.of(),
                                null),
                        new Unit(
                                "legal-aid-centre",
                                "法律援助中心",
                                "法律援助中心",
                                Unit.State.SUBMITTED,
                                3L,
                                List.of("8.4"),
                                List.of(new Warning(
                                        "F5",
                                        "9.2",
                                        new LocalizedText(
                                                "有人接受培训而没有举办培训班", "People were trained, and no course was held"),
                                        BigDecimal.ZERO,
                                        ">=",
                                        BigDecimal.ONE,
                                        "由区政府办统一组织培训")),
                                Instant.parse("2019-01-08T01:30:00Z")));
        assertThat(totals.findings()).isEmpty();
    }

    @Test
    void the_form_in_it_is_read_in_its_order() {
        Form form = SampleTotals.asPublished().read().form();

        assertThat(form.code()).isEqualTo("xxgk-2014");
        assertThat(form.authority()).isEqualTo("国办发〔2014〕32号");
        assertThat(form.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(Form.Row::code)
                        .containsExactly("1", "1.1", "1.2", "1.2.2", "1.2.4", "7"));
        assertThat(form.indicators()).extracting(Indicator::code).containsExactly("1.1", "1.2.2", "1.2.4", "7");
        assertThat(form.indicators().get(2))
                .isEqualTo(new Indicator(
                        "1.2.4",
                        "main",
                        "1.2.4",
                        "figure",
                        new LocalizedText("4.政务微信公开政府信息数", "Official WeChat"),
                        "1.2",
                        "条"));
    }

    @Test
    void totals_without_a_code_for_their_collection_are_not_read() {
        var nameless = SampleTotals.asPublished().of("Not a code");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(nameless::read)
                .withCauseInstanceOf(ValueInstantiationException.class)
                .withMessageContaining("totals name their collection by a code");
    }

    @Test
    void a_figure_that_would_fill_the_page_is_not_read() {
        var endless = SampleTotals.asPublished().withFigure("1.1", "1E+1000000");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(endless::read)
                .withMessageContaining("a figure has at most");
    }
}
