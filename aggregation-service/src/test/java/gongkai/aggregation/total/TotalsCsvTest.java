package gongkai.aggregation.total;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.aggregation.rollup.RollUp;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsCsvTest {

    @Test
    void what_nobody_has_stated_is_blank() {
        assertThat(line(new LocalizedText("机构数", "Offices"), null)).isEqualTo("8.1,机构数,Offices,个,bureau,,,,0,0,0,1");
    }

    @Test
    void commas_and_quotes_stay_within_their_cell() {
        assertThat(line(new LocalizedText("甲\"乙\"", "a, b"), BigDecimal.ZERO))
                .isEqualTo("8.1,\"甲\"\"乙\"\"\",\"a, b\",个,bureau,0,,,0,0,0,1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "＝1+1", "＋1", "－1", "＠A1"})
    void no_text_is_a_formula(String words) {
        assertThat(line(new LocalizedText(words, "x"), null)).startsWith("8.1,'" + words + ",x,");
    }

    private static String line(LocalizedText label, BigDecimal value) {
        var figure = new TotalsView.Figure(
                "8.1", label, "个", RollUp.BUREAU, value, null, null, null, null, new Coverage(0, 0, 0, 1));
        return new String(TotalsCsv.of(List.of(figure)), UTF_8).split("\r\n", -1)[1];
    }
}
