package gongkai.publication.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.report.ReceivedTotals;
import gongkai.publication.report.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands events: CloudEvents in binary mode, whose type is in a header and whose data is the record's value. */
@ApplicationScoped
class EventReader {

    private static final String TYPE = "ce_type";
    private static final String TOTALS = "gongkai.totals.v1";

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    ReceivedTotals read(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        String type = type(event);
        if (!type.equals(TOTALS)) {
            throw new Unreadable("events of type %s mean nothing here".formatted(type));
        }
        if (event.value() == null) {
            throw new Unreadable("there is no data");
        }
        try {
            Totals totals = json.readValue(event.value(), Totals.class);
            if (totals == null) {
                throw new Unreadable("there is no data");
            }
            return new ReceivedTotals(totals, new String(event.value(), UTF_8), Trail.of(event));
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("the data is not JSON in UTF-8", e);
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        var header = event.headers().lastHeader(TYPE);
        if (header == null || header.value() == null) {
            throw new Unreadable("there is no header " + TYPE);
        }
        return new String(header.value(), UTF_8);
    }
}
