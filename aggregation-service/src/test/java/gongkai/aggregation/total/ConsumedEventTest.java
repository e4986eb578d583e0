package gongkai.aggregation.total;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Contract;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.collection.CollectionState;
import gongkai.aggregation.collection.Unit;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.progress.SubmissionState;
import gongkai.aggregation.total.ConsumedEvent.Announced;
import gongkai.aggregation.total.ConsumedEvent.Received;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.UnreadableEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class ConsumedEventTest {

    private static final String COLLECTION = "gongkai.collection.v1";
    private static final String SUBMISSION = "gongkai.submission.v1";

    @Inject
    ObjectMapper json;

    @Test
    void the_sample_of_a_collection_is_understood() throws Exception {
        CollectionAnnounced announced = ((Announced) read(COLLECTION, sample(COLLECTION))).data();

        assertThat(announced.collection()).isEqualTo("xingqing-justice-2018");
        assertThat(announced.revision()).isEqualTo(3);
        assertThat(announced.state()).isEqualTo(CollectionState.OPEN);
        assertThat(announced.compiledBy()).isEqualTo("general-office");
        assertThat(announced.units())
                .containsExactly(
                        new Unit("general-office", "综合管理办公室", "科室"), new Unit("legal-aid-centre", "法律援助中心", "法律援助中心"));
        assertThat(announced.form().form().indicators()).hasSize(4);
        assertThat(announced.form().form().rules()).hasSize(3);
    }

    @Test
    void the_sample_of_a_submission_is_understood() throws Exception {
        SubmissionReceived received = ((Received) read(SUBMISSION, sample(SUBMISSION))).data();

        assertThat(received.unit()).isEqualTo("legal-aid-centre");
        assertThat(received.revision()).isEqualTo(3);
        assertThat(received.state()).isEqualTo(SubmissionState.SUBMITTED);
        assertThat(received.values().byCode())
                .isEqualTo(Map.of(
                        "1.1", BigDecimal.valueOf(12),
                        "1.2.2", BigDecimal.valueOf(12),
                        "1.2.4", BigDecimal.valueOf(4),
                        "7", new BigDecimal("0.25")));
        assertThat(received.submittedAt()).isEqualTo(Instant.parse("2019-01-08T01:30:00Z"));
    }

    @Test
    void fields_of_a_later_producer_do_not_disturb() throws Exception {
        String later = sample(COLLECTION).replace("\"kind\"", "\"telephone\": \"0951\", \"kind\"");

        assertThat(read(COLLECTION, later)).isInstanceOf(Announced.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "\u0000"})
    void what_is_no_submission_is_unreadable(String data) {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> read(SUBMISSION, data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"revision\": 3|\"revision\": 0",
                "\"state\": \"submitted\"|\"state\": \"burnt\"",
                "\"1.1\": 12|\"1.1\": -12",
                "\"1.1\": 12|\"1.1\": \"twelve\"",
                "\"1.1\": 12|\"1.1\": null",
                "\"1.1\": 12|\"1.1\": 1e999999999",
                "\"submittedAt\": \"2019|\"submittedAt\": \"long ago, 2019",
            })
    void a_submission_with_nonsense_is_unreadable(String sense, String nonsense) throws Exception {
        String data = sample(SUBMISSION).replace(sense, nonsense);
        assertThat(data).contains(nonsense);

        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> read(SUBMISSION, data));
    }

    @Test
    void a_roster_that_names_a_unit_twice_is_unreadable() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read(COLLECTION, Given.announcement("c", 1, "office", "office")))
                .withMessageContaining("names each unit once");
    }

    @Test
    void a_form_whose_rules_cannot_be_understood_makes_its_collection_unreadable() throws Exception {
        String data = sample(COLLECTION).replace("\"relation\": \"<=\"", "\"relation\": \"about\"");

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read(COLLECTION, data))
                .withMessageContaining("form");
    }

    @Test
    void an_event_of_another_type_is_unreadable() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read("gongkai.collection.v9", sample(COLLECTION)))
                .withMessageContaining("gongkai.collection.v9");
    }

    @Test
    void an_event_without_a_type_or_without_data_is_unreadable() {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> read(null, sample(COLLECTION)));
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> read(SUBMISSION, null));
    }

    private ConsumedEvent read(String type, String data) throws UnreadableEvent {
        var event = new ConsumerRecord<>(
                "gongkai.submissions", 0, 0, new byte[0], data == null ? null : data.getBytes(UTF_8));
        if (type != null) {
            event.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return ConsumedEvent.of(new InboundEvent(event, json));
    }

    private static String sample(String event) throws Exception {
        return new Contract("submission-service", event).sample();
    }
}
