package gongkai.publication.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** What others learn of a change: the whole state after it, so that an event may be applied twice. */
public interface OutboundEvent {

    /** The report it belongs to; events of one report keep their order. */
    String report();

    /** What it is the state of; a later event with the same key replaces this one. */
    @JsonIgnore
    String key();

    /** Name and version of its schema in {@code src/main/contract/events}. */
    @JsonIgnore
    String type();

    /** When others may learn of it. */
    @JsonIgnore
    Instant due();
}
