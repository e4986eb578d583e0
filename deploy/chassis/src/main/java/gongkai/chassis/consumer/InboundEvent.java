package gongkai.chassis.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.tracing.TraceContext;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A consumed CloudEvent in binary mode: its attributes are the record's headers, its data is the record's value. */
public final class InboundEvent {

    private static final String TYPE = "ce_type";

    private final ConsumerRecord<byte[], byte[]> event;
    private final ObjectMapper json;

    public InboundEvent(ConsumerRecord<byte[], byte[]> event, ObjectMapper json) {
        this.event = event;
        this.json = json;
    }

    public String type() throws UnreadableEvent {
        String type = header(TYPE);
        if (type == null) {
            throw new UnreadableEvent("there is no header " + TYPE);
        }
        return type;
    }

    /** The record's key; null for none. */
    public String key() {
        return event.key() == null ? null : new String(event.key(), UTF_8);
    }

    /** The last header of this name; null for none. */
    public String header(String name) {
        var header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** The trace of the request that caused the event; null for none. */
    public String traceparent() {
        return header(TraceContext.HEADER);
    }

    public byte[] data() throws UnreadableEvent {
        if (event.value() == null) {
            throw new UnreadableEvent("there is no data");
        }
        return event.value();
    }

    /** Parses the data as JSON. Properties that the class does not know are ignored: producers may add some. */
    public <T> T data(Class<T> type) throws UnreadableEvent {
        try {
            T data = json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data());
            if (data == null) {
                throw new UnreadableEvent("there is no data");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEvent("the data is not JSON in UTF-8", e);
        }
    }
}
