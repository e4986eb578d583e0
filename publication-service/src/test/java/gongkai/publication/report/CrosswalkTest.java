package gongkai.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkTest {

    @Test
    void a_form_compares_with_itself_in_all() {
        var figures = Map.of("1.1", BigDecimal.ONE);

        assertThat(Crosswalk.between("xxgk-2014", "xxgk-2014").carry(figures)).isEqualTo(figures);
    }

    @Test
    void what_is_the_same_is_carried_over_and_what_is_a_sum_is_added() {
        var figures = Map.of(
                "3.1",
                new BigDecimal(9),
                "3.3.4.2",
                new BigDecimal(2),
                "3.3.4.3",
                new BigDecimal(3),
                "4",
                BigDecimal.TEN);

        assertThat(Crosswalk.between("xxgk-2014", "xxgk-2021").carry(figures))
                .isEqualTo(Map.of("2.1.c7", new BigDecimal(9), "2.3.3.4.c7", new BigDecimal(5)));
    }

    @Test
    void a_sum_of_which_a_part_is_missing_is_not_known() {
        assertThat(Crosswalk.between("xxgk-2014", "xxgk-2021").carry(Map.of("3.3.4.2", new BigDecimal(2))))
                .isEmpty();
    }

    @Test
    void between_forms_that_nobody_has_compared_nothing_is_known() {
        assertThat(Crosswalk.between("xxgk-2021", "xxgk-2014").carry(Map.of("2.1.c7", BigDecimal.ONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "xxgk-2014, xxgk-2019, 2.1.c7, EXACT",
        "xxgk-2014, xxgk-2019, 3.1.c5, PARTIAL",
        "xxgk-2019, xxgk-2021, 2.3.6.1.c7, PARTIAL",
        "xxgk-2019, xxgk-2021, 1.4, EXACT",
        "xxgk-2019, xxgk-2021, 1.6, NOT_COMPARABLE"
    })
    void each_cell_says_how_it_compares(String from, String to, String cell, Crosswalk.Relation relation) {
        assertThat(Crosswalk.between(from, to).of(cell).relation()).isEqualTo(relation);
    }
}
