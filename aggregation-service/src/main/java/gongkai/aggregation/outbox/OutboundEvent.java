package gongkai.aggregation.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** What others learn of a change: the whole state after it, so that an event may be applied twice, and the one before be left out. */
public interface OutboundEvent {

    /** The collection it is about, and its key: a later event replaces this one. */
    String collection();

    /** Of the collection's totals. */
    long revision();

    /** Of the collection, as its own service counts them. */
    @JsonIgnore
    long announcement();

    /** Name and version of its schema in {@code src/main/contract/events}. */
    @JsonIgnore
    String type();

    /** When it happened. */
    @JsonIgnore
    Instant time();
}
