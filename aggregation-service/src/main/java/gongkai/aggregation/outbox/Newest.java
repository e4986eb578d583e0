package gongkai.aggregation.outbox;

import java.util.List;
import java.util.Set;

/** Makes the events, when their turn has come: the outbox knows of whom there is something to tell, and not what. */
public interface Newest {

    /** Of each of these collections, the event that tells how it stands now. */
    List<? extends OutboundEvent> of(Set<String> collections);
}
