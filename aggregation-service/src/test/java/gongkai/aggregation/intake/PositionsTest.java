package gongkai.aggregation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.aggregation.RealPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class PositionsTest {

    private static final long END = 100;

    @Inject
    Positions positions;

    @Test
    void who_was_stopped_reads_on_from_where_it_stood() {
        var partition = new TopicPartition("read-on", 3);
        read("a-log", partition, 41);

        assertThat(positions.in("a-log", Map.of(partition, END))).containsEntry(partition, 42L);
    }

    @Test
    void a_log_that_took_anothers_place_is_read_from_its_start_and_on_from_there() {
        var partition = new TopicPartition("replaced", 3);
        read("a-log", partition, 41);

        assertThat(positions.in("another-log", Map.of(partition, END))).containsEntry(partition, 0L);

        read("another-log", partition, 6);
        assertThat(positions.in("another-log", Map.of(partition, END))).containsEntry(partition, 7L);
    }

    @Test
    void a_log_that_ends_before_the_position_is_read_from_its_start_and_on_from_there() {
        var partition = new TopicPartition("shortened", 3);
        read("a-log", partition, 41);

        assertThat(positions.in("a-log", Map.of(partition, 5L))).containsEntry(partition, 0L);

        read("a-log", partition, 6);
        assertThat(positions.in("a-log", Map.of(partition, END))).containsEntry(partition, 7L);
    }

    @Test
    void who_comes_late_with_events_that_another_has_gone_on_from_sets_nothing_back() {
        var partition = new TopicPartition("overtaken", 3);
        read("a-log", partition, 41);

        advance(partition, 20);

        assertThat(positions.in("a-log", Map.of(partition, END))).containsEntry(partition, 42L);
    }

    private void read(String log, TopicPartition partition, long offset) {
        positions.in(log, Map.of(partition, END));
        advance(partition, offset);
    }

    private void advance(TopicPartition partition, long offset) {
        QuarkusTransaction.requiringNew()
                .run(() -> positions.advance(List.of(new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]))));
    }
}
