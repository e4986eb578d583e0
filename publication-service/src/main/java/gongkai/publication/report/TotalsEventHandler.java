package gongkai.publication.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.chassis.consumer.EventHandler;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.ProcessingDelay;
import gongkai.chassis.consumer.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Consumes totals: each report is based on the newest of its collection. */
@ApplicationScoped
class TotalsEventHandler implements EventHandler<ReceivedTotals> {

    private static final String TOTALS = "gongkai.totals.v1";

    /** In JSON as an escape, after an even number of backslashes. It can be neither stored in a column nor printed. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final ReportUpdater updater;
    private final ProcessingDelay delay;

    TotalsEventHandler(ReportUpdater updater, ProcessingDelay delay) {
        this.updater = updater;
        this.delay = delay;
    }

    @Override
    public ReceivedTotals read(InboundEvent event) throws UnreadableEvent {
        if (!event.type().equals(TOTALS)) {
            throw new UnreadableEvent("events of type %s mean nothing here".formatted(event.type()));
        }
        Totals totals = event.data(Totals.class);
        String json = new String(event.data(), UTF_8);
        if (NUL.matcher(json).find()) {
            throw new UnreadableEvent("it cannot be stored: its text has the character NUL");
        }
        return new ReceivedTotals(totals, json, event.traceparent());
    }

    @Override
    public void handle(List<ReceivedTotals> batch) {
        updater.update(batch);
    }

    @Override
    public void committed(List<ReceivedTotals> batch) {
        batch.stream()
                .map(received -> received.totals().asOf())
                .filter(Objects::nonNull)
                .forEach(delay::record);
    }
}
