package gongkai.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.upward.TotalsEvent;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final EventReader reader = new EventReader(new ObjectMapper());

    @Test
    void the_aggregation_services_sample_is_understood_once_its_collection_is_closed() throws Exception {
        TotalsEvent totals = reader.read(event("gongkai.totals.v1", sample().replace("\"open\"", "\"closed\"")))
                .orElseThrow();

        assertThat(totals.collection()).isEqualTo("xingqing-justice-2018");
        assertThat(totals.revision()).isEqualTo(7);
        assertThat(totals.contentHash()).hasSize(64);
        assertThat(totals.form().code()).isEqualTo("xxgk-2014");
        assertThat(totals.values()).containsEntry("7", new BigDecimal("0.25"));
        assertThat(totals.units()).extracting(TotalsEvent.UnitCounted::counts).containsExactly(false, true);
        assertThat(totals.units().get(1).warnings()).containsExactly(new TotalsEvent.UnitWarning("F5", "由区政府办统一组织培训"));
    }

    @Test
    void totals_of_an_open_collection_are_nobodys_word_yet() throws Exception {
        assertThat(reader.read(event("gongkai.totals.v1", sample()))).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_said_to_be_so() {
        for (String data : new String[] {"not JSON", "[]", "{\"state\": \"closed\"}"}) {
            assertThatExceptionOfType(Unreadable.class)
                    .as(data)
                    .isThrownBy(() -> reader.read(event("gongkai.totals.v1", data)));
        }
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> reader.read(event("gongkai.other.v1", "{}")));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> reader.read(event("gongkai.totals.v1", null)));
    }

    private static String sample() throws IOException {
        try (var sample = EventReaderTest.class.getResourceAsStream(
                "/contract/aggregation-service/events/gongkai.totals.v1.sample.json")) {
            return new String(sample.readAllBytes(), UTF_8);
        }
    }

    private static ConsumerRecord<byte[], byte[]> event(String type, String data) {
        var event = new ConsumerRecord<>(
                "gongkai.totals", 0, 0, "a-collection".getBytes(UTF_8), data == null ? null : data.getBytes(UTF_8));
        event.headers().add("ce_type", type.getBytes(UTF_8));
        return event;
    }
}
