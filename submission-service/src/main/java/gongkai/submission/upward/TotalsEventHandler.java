package gongkai.submission.upward;

import gongkai.chassis.consumer.EventHandler;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.UnreadableEvent;
import gongkai.chassis.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Consumes the topic {@code gongkai.totals}: totals of closed collections are reported upwards, and rejected reports are retried. */
@ApplicationScoped
class TotalsEventHandler implements EventHandler<TotalsEventHandler.Received> {

    private static final Set<String> TOTALS = Set.of("gongkai.totals.v1", "gongkai.totals.v2");

    /** The form of a collection has an event of its own, which matters to others. */
    private static final String FORM_KEY = "/form";

    private static final String STATE = "ce_state";
    private static final String CLOSED = "closed";

    /**
     * An event about the totals of a collection.
     *
     * @param totals empty for an open collection: its totals are not final, but reports that it rejected may now succeed
     * @param traceparent null for none
     */
    record Received(String collection, Optional<TotalsEvent> totals, String traceparent) {

        private Received newer(Received other) {
            long revision = totals.map(TotalsEvent::revision).orElse(-1L);
            return other.totals.map(TotalsEvent::revision).orElse(-1L) > revision ? other : this;
        }
    }

    private final UpwardReporting reporting;

    TotalsEventHandler(UpwardReporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public Received read(InboundEvent event) throws UnreadableEvent {
        String key = event.key();
        if (key != null && key.endsWith(FORM_KEY)) {
            return null;
        }
        if (!TOTALS.contains(event.type())) {
            throw new UnreadableEvent("events of type %s mean nothing here".formatted(event.type()));
        }
        String state = event.header(STATE);
        if (key != null && state != null && !state.equals(CLOSED)) {
            return new Received(key, Optional.empty(), event.traceparent());
        }
        TotalsEvent totals = event.data(TotalsEvent.class);
        Optional<TotalsEvent> closed = Optional.of(totals).filter(TotalsEvent::isClosed);
        return new Received(totals.collection(), closed, event.traceparent());
    }

    @Override
    public void handle(List<Received> batch) {
        Map<String, Received> latest = new LinkedHashMap<>();
        batch.forEach(received -> latest.merge(received.collection(), received, Received::newer));
        latest.values()
                .forEach(received -> received.totals()
                        .ifPresent(
                                totals -> TraceContext.under(received.traceparent(), () -> reporting.report(totals))));
        reporting.retryRejectedBy(latest.keySet());
    }
}
