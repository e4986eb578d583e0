package gongkai.chassis.consumer;

import java.util.List;

/**
 * What a service does with the events of its topic. Each service has one bean of this type.
 *
 * <p>Delivery is at least once: an event may come again after it was handled, and handling it again must change nothing.
 */
public interface EventHandler<E> {

    /**
     * Parses one event.
     *
     * @return null for an event that needs no handling
     * @throws UnreadableEvent if no retry will help; the event becomes a dead letter
     */
    E read(InboundEvent event) throws UnreadableEvent;

    /** Applies a batch, never an empty one, in the transaction in which the consumer's offsets move. */
    void handle(List<E> batch);

    /** Called after that transaction has committed: for metrics such as the processing delay. */
    default void committed(List<E> batch) {}
}
