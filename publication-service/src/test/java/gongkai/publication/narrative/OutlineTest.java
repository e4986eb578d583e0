package gongkai.publication.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void the_format_of_2021_has_six_parts_that_must_be_there() {
        assertThat(Outline.of("xxgk-2021").parts()).hasSize(6).allMatch(Outline.Part::required);
        assertThat(Outline.of("xxgk-2021").missingIn(List.of(new Section("一、总体情况", ""))))
                .hasSize(5);
    }

    @Test
    void a_part_is_known_by_its_name_whatever_number_it_has() {
        assertThat(Outline.of("xxgk-2021").partOf(new Section("三、收到和处理政府信息公开申请情况", "")))
                .hasValueSatisfying(part -> assertThat(part.tables()).containsExactly("2"));
    }

    @Test
    void the_form_of_2014_leaves_the_parts_to_each_body() {
        assertThat(Outline.of("xxgk-2014").parts()).hasSize(13);
        assertThat(Outline.of("xxgk-2014").missingIn(List.of())).isEmpty();
    }

    @Test
    void a_form_that_nobody_has_outlined_wants_no_part() {
        assertThat(Outline.of("another").parts()).isEmpty();
    }
}
