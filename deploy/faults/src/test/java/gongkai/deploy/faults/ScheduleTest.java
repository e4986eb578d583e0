package gongkai.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.deploy.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    @Test
    void seeds_that_follow_each_other_do_not_break_the_same_part_each_time() {
        List<Service> wrongClocks = LongStream.range(2018, 2028)
                .boxed()
                .flatMap(seed -> first(14, seed).stream())
                .filter(Fault.ClockStepped.class::isInstance)
                .map(fault -> ((Fault.ClockStepped) fault).service())
                .toList();

        assertThat(wrongClocks).hasSize(10).contains(Service.values());
    }

    private static List<Fault> first(int many, long seed) {
        var drawn = Schedule.drawn(seed, fault -> true);
        var faults = new ArrayList<Fault>();
        IntStream.range(0, many).forEach(number -> faults.add(drawn.next()));
        return faults;
    }
}
