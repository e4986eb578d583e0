package gongkai.aggregation.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "12.000000", "1.2e1", "0.12E+2"})
    void the_same_figure_is_the_same_however_it_is_written(String written) throws JsonProcessingException {
        Figures figures = json.readValue("{\"1.1\": %s}".formatted(written), Figures.class);

        assertThat(figures).isEqualTo(new Figures(Map.of("1.1", new BigDecimal("12"))));
        assertThat(json.writeValueAsString(figures)).isEqualTo("{\"1.1\":12}");
    }

    @Test
    void a_round_number_is_written_without_an_exponent() throws JsonProcessingException {
        Figures figures = json.readValue("{\"1.1\": 12000, \"7\": 0.250000}", Figures.class);

        assertThat(json.writeValueAsString(figures)).isEqualTo("{\"1.1\":12000,\"7\":0.25}");
    }

    @Test
    void zero_is_stated_and_what_is_not_there_is_not() {
        var figures = new Figures(Map.of("1.1", BigDecimal.ZERO));

        assertThat(figures.get("1.1")).contains(BigDecimal.ZERO);
        assertThat(figures.get("1.2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e31", "1e999999999", "1e-999999999", "0.0000001", "null"})
    void what_no_unit_can_mean_is_not_a_figure(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figures(
                        Collections.singletonMap("1.1", written.equals("null") ? null : new BigDecimal(written))))
                .withMessageStartingWith("1.1 is not a figure");
    }
}
