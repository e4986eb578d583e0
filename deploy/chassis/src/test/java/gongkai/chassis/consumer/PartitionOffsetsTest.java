package gongkai.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.RealPlatform;
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
class PartitionOffsetsTest {

    private static final long END = 100;

    @Inject
    PartitionOffsets offsets;

    @Test
    void a_restarted_consumer_continues_at_the_stored_offset() {
        var partition = new TopicPartition("read-on", 3);
        read("a-topic-id", partition, 41);

        assertThat(offsets.startingPoints("a-topic-id", Map.of(partition, END))).containsEntry(partition, 42L);
    }

    @Test
    void a_recreated_topic_is_read_from_its_start_and_on_from_there() {
        var partition = new TopicPartition("replaced", 3);
        read("a-topic-id", partition, 41);

        assertThat(offsets.startingPoints("another-topic-id", Map.of(partition, END)))
                .containsEntry(partition, 0L);

        read("another-topic-id", partition, 6);
        assertThat(offsets.startingPoints("another-topic-id", Map.of(partition, END)))
                .containsEntry(partition, 7L);
    }

    @Test
    void a_topic_that_ends_before_the_offset_is_read_from_its_start_and_on_from_there() {
        var partition = new TopicPartition("shortened", 3);
        read("a-topic-id", partition, 41);

        assertThat(offsets.startingPoints("a-topic-id", Map.of(partition, 5L))).containsEntry(partition, 0L);

        read("a-topic-id", partition, 6);
        assertThat(offsets.startingPoints("a-topic-id", Map.of(partition, END))).containsEntry(partition, 7L);
    }

    @Test
    void a_late_commit_does_not_move_the_offset_back() {
        var partition = new TopicPartition("overtaken", 3);
        read("a-topic-id", partition, 41);

        advance(partition, 20);

        assertThat(offsets.startingPoints("a-topic-id", Map.of(partition, END))).containsEntry(partition, 42L);
    }

    private void read(String topicId, TopicPartition partition, long offset) {
        offsets.startingPoints(topicId, Map.of(partition, END));
        advance(partition, offset);
    }

    private void advance(TopicPartition partition, long offset) {
        QuarkusTransaction.requiringNew()
                .run(() -> offsets.advance(List.of(new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]))));
    }
}
