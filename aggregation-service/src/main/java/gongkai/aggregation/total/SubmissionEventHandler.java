package gongkai.aggregation.total;

import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.chassis.consumer.EventHandler;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.ProcessingDelay;
import gongkai.chassis.consumer.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies the events of the submission-service to the totals. */
@ApplicationScoped
class SubmissionEventHandler implements EventHandler<ConsumedEvent> {

    private final TotalsUpdater updater;
    private final TotalsOutbox outbox;
    private final ProcessingDelay delay;

    SubmissionEventHandler(TotalsUpdater updater, TotalsOutbox outbox, ProcessingDelay delay) {
        this.updater = updater;
        this.outbox = outbox;
        this.delay = delay;
    }

    @Override
    public ConsumedEvent read(InboundEvent event) throws UnreadableEvent {
        return ConsumedEvent.of(event);
    }

    @Override
    public void handle(List<ConsumedEvent> batch) {
        List<CollectionAnnounced> announced = new ArrayList<>();
        List<SubmissionReceived> received = new ArrayList<>();
        Map<String, String> traces = new HashMap<>();
        for (ConsumedEvent event : batch) {
            if (event instanceof ConsumedEvent.Announced announcement) {
                announced.add(announcement.data());
            } else if (event instanceof ConsumedEvent.Received submission) {
                received.add(submission.data());
            }
            if (event.traceparent() != null) {
                traces.put(event.collection(), event.traceparent());
            }
        }
        updater.update(announced, received);
        outbox.trace(traces);
    }

    @Override
    public void committed(List<ConsumedEvent> batch) {
        for (ConsumedEvent event : batch) {
            if (event instanceof ConsumedEvent.Received submission) {
                delay.record(submission.data().submittedAt());
            }
        }
    }
}
