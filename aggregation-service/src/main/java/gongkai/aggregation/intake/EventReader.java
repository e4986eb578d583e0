package gongkai.aggregation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands events: CloudEvents in binary mode, whose type is in a header and whose data is the record's value. */
@ApplicationScoped
class EventReader {

    private static final String TYPE = "ce_type";

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    void read(ConsumerRecord<byte[], byte[]> event, Batch into) throws Unreadable {
        String type = type(event);
        switch (type) {
            case "gongkai.collection.v1" -> {
                var announced = data(event, CollectionAnnounced.class);
                into.announced().add(announced);
                trace(announced.collection(), event, into);
            }
            case "gongkai.submission.v1" -> {
                var received = data(event, SubmissionReceived.class);
                into.received().add(received);
                trace(received.collection(), event, into);
            }
            default -> throw new Unreadable("events of type %s mean nothing here".formatted(type));
        }
    }

    private static void trace(String collection, ConsumerRecord<byte[], byte[]> event, Batch into) {
        String trace = Trail.of(event);
        if (trace != null) {
            into.traces().put(collection, trace);
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        var header = event.headers().lastHeader(TYPE);
        if (header == null || header.value() == null) {
            throw new Unreadable("there is no header " + TYPE);
        }
        return new String(header.value(), UTF_8);
    }

    private <T> T data(ConsumerRecord<byte[], byte[]> event, Class<T> kind) throws Unreadable {
        if (event.value() == null) {
            throw new Unreadable("there is no data");
        }
        try {
            T data = json.readValue(event.value(), kind);
            if (data == null) {
                throw new Unreadable("there is no data");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("the data is not JSON in UTF-8", e);
        }
    }
}
