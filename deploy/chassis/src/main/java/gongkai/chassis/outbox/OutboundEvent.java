package gongkai.chassis.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * An event to publish: the whole state after a change, so that an event may be applied twice. Its data is the object itself, written as
 * JSON.
 */
public interface OutboundEvent {

    /** Events with the same partition key keep their order. */
    @JsonIgnore
    String partitionKey();

    /** Kafka's key of the record: a later event with the same key replaces this one. */
    @JsonIgnore
    String key();

    /** Name and version of the schema in {@code src/main/contract/events}. */
    @JsonIgnore
    String type();

    /** Headers besides those of CloudEvents and the trace. */
    @JsonIgnore
    default Map<String, String> headers() {
        return Map.of();
    }
}
