package gongkai.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void a_seed_gives_the_same_faults_again_and_another_seed_others() {
        List<Fault> first = first(50, 2018);

        assertThat(first(50, 2018)).isEqualTo(first);
        assertThat(first(50, 2019)).isNotEqualTo(first);
    }

    @Test
    void every_kind_of_fault_comes_once_before_any_comes_again() {
        List<Fault> first = first(14, 2018);

        assertThat(first.stream().map(Object::getClass).distinct()).hasSameSizeAs(first);
    }

    private static List<Fault> first(int many, long seed) {
        var drawn = Schedule.drawn(seed, fault -> true);
        var faults = new ArrayList<Fault>();
        IntStream.range(0, many).forEach(number -> faults.add(drawn.next()));
        return faults;
    }
}
