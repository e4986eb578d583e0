package gongkai.submission.collection;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gongkai.submission.form.Form;
import gongkai.submission.outbox.OutboundEvent;
import java.time.Instant;
import java.util.List;

/** A collection as it stands: what is asked, of whom, for which period, until when. */
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
    public String key() {
        return collection;
    }

    @Override
    public String type() {
        return "gongkai.collection.v1";
    }
}
