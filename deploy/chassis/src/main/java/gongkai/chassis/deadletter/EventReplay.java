package gongkai.chassis.deadletter;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Processes an event that was a dead letter. */
public interface EventReplay {

    /**
     * Processes the event again, without moving any offset.
     *
     * @return the reason if it is rejected again; empty if it was applied
     */
    Optional<String> replay(ConsumerRecord<byte[], byte[]> event);
}
