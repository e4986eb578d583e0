package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String REPORT = """
            {"figures": [
              {"code": "1.1", "label": {"zh": "（一）主动公开", "en": "Disclosed"}, "measure": "条", "value": 75},
              {"code": "7", "label": {"zh": "费用", "en": "Fees"}, "measure": "万元", "value": 0.0}]}
            """;

    @Test
    void figures_are_compared_by_what_they_are_worth() throws JsonProcessingException {
        assertThat(compare(Map.of("1.1", new BigDecimal("75"), "7", BigDecimal.ZERO))
                        .isEqual())
                .isTrue();
        assertThat(compare(Map.of("1.1", new BigDecimal("76"), "7", BigDecimal.ZERO))
                        .equal())
                .isEqualTo(1);
    }

    @Test
    void a_figure_that_the_report_lacks_is_not_equal_to_zero() throws JsonProcessingException {
        assertThat(compare(Map.of("9.3", BigDecimal.ZERO)).isEqual()).isFalse();
    }

    @Test
    void columns_stay_straight_although_chinese_characters_are_wide() throws JsonProcessingException {
        var expected = new LinkedHashMap<String, BigDecimal>();
        expected.put("1.1", new BigDecimal("75"));
        expected.put("7", new BigDecimal("1"));

        assertThat(compare(expected).table().lines())
                .containsExactly(
                        "                         published  expected",
                        "1.1 （一）主动公开  条          75        75  ✓",
                        "7 费用              万元         0         1  ✗");
    }

    private static Comparison compare(Map<String, BigDecimal> expected) throws JsonProcessingException {
        JsonNode report = ServiceClient.JSON.readTree(REPORT);
        return Comparison.of(report, expected);
    }
}
