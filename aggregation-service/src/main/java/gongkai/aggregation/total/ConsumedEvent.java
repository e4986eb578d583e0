package gongkai.aggregation.total;

import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.UnreadableEvent;

/** An event of the submission-service, by its type. */
sealed interface ConsumedEvent {

    String collection();

    /** The trace of the request that caused the event; null for none. */
    String traceparent();

    record Announced(CollectionAnnounced data, String traceparent) implements ConsumedEvent {

        @Override
        public String collection() {
            return data.collection();
        }
    }

    record Received(SubmissionReceived data, String traceparent) implements ConsumedEvent {

        @Override
        public String collection() {
            return data.collection();
        }
    }

    static ConsumedEvent of(InboundEvent event) throws UnreadableEvent {
        String type = event.type();
        return switch (type) {
            case "gongkai.collection.v1" -> new Announced(event.data(CollectionAnnounced.class), event.traceparent());
            case "gongkai.submission.v1" -> new Received(event.data(SubmissionReceived.class), event.traceparent());
            default -> throw new UnreadableEvent("events of type %s mean nothing here".formatted(type));
        };
    }
}
