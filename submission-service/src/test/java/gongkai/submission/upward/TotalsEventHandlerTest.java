package gongkai.submission.upward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.UnreadableEvent;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TotalsEventHandlerTest {

    private static final String TYPE = "gongkai.totals.v1";
    private static final String COLLECTION = "xingqing-justice-2018";

    private final TotalsEventHandler handler = new TotalsEventHandler(null);

    @Test
    void the_aggregation_services_sample_is_understood_once_its_collection_is_closed() throws Exception {
        TotalsEvent totals = handler.read(event(TYPE, sample().replace("\"open\"", "\"closed\"")))
                .totals()
                .orElseThrow();

        assertThat(totals.collection()).isEqualTo(COLLECTION);
        assertThat(totals.revision()).isEqualTo(7);
        assertThat(totals.contentHash()).hasSize(64);
        assertThat(totals.values()).containsEntry("7", new BigDecimal("0.25"));
        assertThat(totals.units()).extracting(TotalsEvent.UnitCounted::counts).containsExactly(false, true);
        assertThat(totals.units().get(1).warnings()).containsExactly(new TotalsEvent.UnitWarning("F5", "由区政府办统一组织培训"));
    }

    @Test
    void totals_of_an_open_collection_are_not_final() throws Exception {
        var received = handler.read(event(TYPE, sample()));

        assertThat(received.collection()).isEqualTo(COLLECTION);
        assertThat(received.totals()).isEmpty();
    }

    @Test
    void the_header_of_an_open_collection_spares_parsing_the_data() throws Exception {
        var received = handler.read(event(TYPE, "not JSON", "open"));

        assertThat(received.collection()).isEqualTo(COLLECTION);
        assertThat(received.totals()).isEmpty();
    }

    @Test
    void an_unreadable_event_is_rejected() {
        for (String data : new String[] {"not JSON", "[]", "{\"state\": \"closed\"}", null}) {
            assertThatExceptionOfType(UnreadableEvent.class).as(data).isThrownBy(() -> handler.read(event(TYPE, data)));
        }
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> handler.read(event("gongkai.other.v1", "{}")));
    }

    private static String sample() throws IOException {
        try (var sample = TotalsEventHandlerTest.class.getResourceAsStream(
                "/contract/aggregation-service/events/gongkai.totals.v1.sample.json")) {
            return new String(sample.readAllBytes(), UTF_8);
        }
    }

    private static InboundEvent event(String type, String data, String state) {
        ConsumerRecord<byte[], byte[]> event = record(type, data);
        event.headers().add("ce_state", state.getBytes(UTF_8));
        return new InboundEvent(event, new ObjectMapper());
    }

    private static InboundEvent event(String type, String data) {
        return new InboundEvent(record(type, data), new ObjectMapper());
    }

    private static ConsumerRecord<byte[], byte[]> record(String type, String data) {
        var event = new ConsumerRecord<>(
                "gongkai.totals", 0, 0, COLLECTION.getBytes(UTF_8), data == null ? null : data.getBytes(UTF_8));
        event.headers().add("ce_type", type.getBytes(UTF_8));
        return event;
    }
}
