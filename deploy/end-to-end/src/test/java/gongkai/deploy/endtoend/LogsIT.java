package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The logs show all that the services did for a request, and no secrets. */
@ExtendWith(SharedPlatform.class)
class LogsIT {

    private static final Duration FLOW = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNIT = "legal-aid-centre";

    private final Bureau bureau;

    LogsIT(Platform platform) {
        bureau = Bureau.reporting(platform, "logs-" + UUID.randomUUID());
    }

    @Test
    void one_trace_leads_from_a_request_through_all_three_services() {
        bureau.openCollection();
        String trace = UUID.randomUUID().toString().replace("-", "");

        Response answer = bureau.to(Service.SUBMISSION)
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .body(bureau.sample().submissions().get(UNIT).toString())
                .put(bureau.submissionOf(UNIT));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("traceparent")).contains(trace);
        for (Service service : Service.values()) {
            await(service.module())
                    .atMost(FLOW)
                    .untilAsserted(() -> assertThat(log(service)).anySatisfy(line -> {
                        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
                        assertThat(line.path("message").asText())
                                .contains(bureau.sample().code());
                    }));
        }
    }

    @Test
    void what_is_refused_is_logged_by_the_name_of_its_problem() {
        bureau.openCollection();

        Response answer = bureau.submit(UNIT, "{\"state\": \"submitted\", \"submittedBy\": \"李文\", \"values\": {}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(log(Service.SUBMISSION))
                .extracting(line -> line.path("message").asText())
                .contains("PUT %s: 422 invalid-figures".formatted(bureau.submissionOf(UNIT)));
    }

    @Test
    void every_line_says_when_how_grave_what_and_where() {
        bureau.openCollection();

        for (Service service : Service.values()) {
            assertThat(log(service)).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("timestamp").asText()).isNotBlank();
                assertThat(line.path("level").asText()).isNotBlank();
                assertThat(line.path("message").asText()).isNotBlank();
                assertThat(line.path("service").asText()).isEqualTo(service.module());
            });
        }
    }

    @Test
    void no_input_begins_a_line_of_its_own() throws Exception {
        bureau.openCollection();
        String forged = "\r\nFORGED\r\n";

        bureau.submit(UNIT, edited("submittedBy", forged));
        bureau.to(Service.SUBMISSION)
                .body(edited("remarks", forged))
                .put("/v1/collections/{collection}/units/{unit}/submission", "none", UNIT + forged);
        bureau.to(Service.AGGREGATION).post("/v1/totals/{collection}/recount", "none" + forged);
        bureau.to(Service.PUBLICATION).get("/v1/reports/{report}", "none" + forged);
        send("gongkai.submissions", forged, forged, forged);
        send("gongkai.totals", forged, forged, forged);
        awaitDeadLetters(forged);

        for (Service service : Service.values()) {
            assertThat(log(service))
                    .allSatisfy(line -> assertThat(line.path("level").asText()).isNotBlank());
        }
    }

    @Test
    void neither_tokens_nor_telephones_nor_texts_are_logged() throws Exception {
        bureau.openCollection();
        String secret = "秘" + UUID.randomUUID();
        String telephone = "13912345678";

        bureau.submit(UNIT, edited("remarks", secret + telephone));
        bureau.submit(UNIT, "{\"%s\": \"%s\"}".formatted(secret, telephone));
        for (String unit : bureau.sample().submissions().keySet()) {
            if (!unit.equals(UNIT)) {
                bureau.submit(unit);
            }
        }
        bureau.to(Service.PUBLICATION)
                .body(
                        "{\"form\": \"xxgk-2014\", \"values\": {\"5\": 3}, \"sections\": [{\"heading\": \"一\", \"text\": \"%s %s 诉讼7件\"}]}"
                                .formatted(secret, telephone))
                .post("/v1/text-checks");
        bureau.to(Service.PUBLICATION)
                .auth()
                .none()
                .header("Authorization", "Bearer " + secret.substring(1))
                .get(deadLetters(Service.PUBLICATION) + "?after=" + telephone);
        bureau.awaitEveryUnitCounted();
        bureau.publish();
        String unreadable = "{\"state\": \"closed\", \"revision\": \"%s\"}".formatted(secret);
        send("gongkai.submissions", bureau.sample().code(), "gongkai.submission.v1", unreadable);
        send("gongkai.totals", bureau.sample().code(), "gongkai.totals.v1", unreadable);
        awaitDeadLetters(bureau.sample().code());

        List<String> narrative = bureau.sample().narrative().path("sections").findValuesAsText("text").stream()
                .map(text -> text.substring(0, Math.min(20, text.length())))
                .toList();
        for (Service service : Service.values()) {
            String log = text(service);
            assertThat(log)
                    .as(service.module())
                    .doesNotContain(secret.substring(1), telephone)
                    .doesNotContain(narrative)
                    .doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}")
                    .doesNotContainPattern("(?<![0-9a-f-])1[3-9][0-9]{9}(?![0-9a-f-])");
        }
    }

    private String edited(String field, String value) {
        ObjectNode submission = bureau.sample().submissions().get(UNIT).deepCopy();
        return submission.put(field, value).toString();
    }

    private void send(String topic, String key, String type, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bureau.platform().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var event = new ProducerRecord<>(topic, key, value);
            event.headers().add("ce_type", type.getBytes(UTF_8));
            producer.send(event).get();
        }
    }

    private void awaitDeadLetters(String key) {
        for (Service service : Service.values()) {
            await(service.module())
                    .atMost(FLOW)
                    .untilAsserted(() -> assertThat(json(bureau.to(service).get(deadLetters(service) + "?limit=200"))
                                    .findValuesAsText("key"))
                            .contains(key));
        }
    }

    private static String deadLetters(Service service) {
        return "/v1/dead-letters/" + service.module().replace("-service", "");
    }

    private List<JsonNode> log(Service service) {
        return text(service).lines().map(LogsIT::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode parsed = JSON.readTree(line);
            assertThat(parsed.isObject()).as(line).isTrue();
            return parsed;
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }

    private String text(Service service) {
        try {
            return Files.readString(bureau.platform().log(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
