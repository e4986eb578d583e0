package gongkai.submission.collection;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gongkai.chassis.outbox.OutboundEvent;
import gongkai.submission.form.Form;
import java.time.Instant;
import java.util.List;

/** The present state of a collection: its form, roster, period and deadline. */
@JsonPropertyOrder({"collection", "revision", "state"})
record CollectionEvent(
        String collection,
        long revision,
        Collection.State state,
        Bureau bureau,
        Period period,
        String compiledBy,
        Instant deadline,
        List<Unit> units,
        Form form,
        List<StatedValue> statedValues,
        Instant announcedAt)
        implements OutboundEvent {

    static CollectionEvent of(Collection collection, Form form, List<StatedValue> statedValues, Instant now) {
        return new CollectionEvent(
                collection.code(),
                collection.revision(),
                collection.state(),
                collection.bureau(),
                collection.period(),
                collection.compiledBy(),
                collection.deadline(),
                collection.units(),
                form,
                statedValues,
                now);
    }

    @Override
    public String partitionKey() {
        return collection;
    }

    @Override
    public String key() {
        return collection;
    }

    @Override
    public String type() {
        return "gongkai.collection.v1";
    }
}
