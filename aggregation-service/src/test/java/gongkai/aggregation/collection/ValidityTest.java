package gongkai.aggregation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ValidityTest {

    @Test
    void what_is_so_may_end_even_before_anybody_has_seen_it() {
        assertThat(Validity.since(3).until(7)).isEqualTo(new Validity(3, 7L));
        assertThat(Validity.since(3).until(3)).isEqualTo(new Validity(3, 3L));
    }

    @Test
    void it_cannot_end_before_it_began() {
        assertThatIllegalStateException().isThrownBy(() -> Validity.since(3).until(2));
    }

    @Test
    void it_ends_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Validity.since(3).until(5).until(6));
    }
}
