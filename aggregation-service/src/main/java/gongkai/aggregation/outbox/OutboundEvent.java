package gongkai.aggregation.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What others learn of a change: the whole state after it, so that an event may be applied twice. */
public interface OutboundEvent {

    /** The collection it belongs to; events of one collection keep their order. */
    String collection();

    /** What it is the state of; a later event with the same key replaces this one. */
    @JsonIgnore
    String key();

    /** Name and version of its schema in {@code src/main/contract/events}. */
    @JsonIgnore
    String type();
}
