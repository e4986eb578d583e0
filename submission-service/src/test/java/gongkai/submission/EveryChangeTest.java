package gongkai.submission;

import static gongkai.submission.Given.close;
import static gongkai.submission.Given.collection;
import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.open;
import static gongkai.submission.Given.path;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.consumer.EventHandler;
import gongkai.chassis.consumer.InboundEvent;
import gongkai.chassis.consumer.UnreadableEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** No operation of the interface changes anything without leaving its name, and whose it was, in the audit log. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class EveryChangeTest {

    private static final Set<String> WRITING = Set.of("put", "post", "patch", "delete");

    /** Operations that change nothing, although they are no GET. */
    private static final Set<String> CHANGES_NOTHING = Set.of("validate");

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A dead letter concerns no bureau, so it is in no bureau's log. */
    private static final Set<String> OF_NO_BUREAU = Set.of("replayDeadLetter");

    private static final AtomicInteger COLLECTIONS = new AtomicInteger();

    @Inject
    EventHandler<?> handler;

    @Inject
    ObjectMapper json;

    private final SortedMap<String, Function<String, Response>> changes = new TreeMap<>();

    EveryChangeTest() {
        changes.put("openCollection", code -> open(collection(code)));
        changes.put("changeCollection", code -> close(opened(code)));
        changes.put("reportUpwards", code -> reportUpwards(opened(code)));
        changes.put("stopReportingUpwards", code -> {
            reportUpwards(opened(code));
            return given().header("If-Match", "*")
                    .delete("/v1/collections/%s/reports-to?reason=合并&changedBy=王核".formatted(code));
        });
        changes.put("stateValue", code -> state(reported(code)));
        changes.put("withdrawStatedValue", code -> {
            state(reported(code));
            return given().header("If-Match", "*")
                    .delete("/v1/collections/%s/stated-values/1.1?reason=重复&withdrawnBy=王核".formatted(code));
        });
        changes.put("report", code -> report(opened(code), "centre", submission(figures())));
        changes.put("reportMany", code -> reportMany(opened(code)));
        changes.put(
                "reportZero",
                code -> given().contentType(ContentType.JSON)
                        .body(Map.of("declaration", "本单位本年度无相关数据", "submittedBy", "李文"))
                        .post(path(opened(code), "centre") + "/zero-report"));
        changes.put("uploadCsv", code -> uploadAsDraft(reported(code), "csv", "text/csv"));
        changes.put("uploadWorkbook", code -> uploadAsDraft(reported(code), "workbook", WORKBOOK));
        changes.put(
                "returnSubmission",
                code -> given().contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("reason", "第三项有误", "returnedBy", "王核"))
                        .post(path(reported(code), "centre") + "/return"));
        changes.put(
                "withdrawSubmission",
                code -> given().contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("reason", "漏报", "withdrawnBy", "李文"))
                        .post(path(reported(code), "centre") + "/withdrawal"));
        changes.put("retryUpwardReport", this::retryUpwardReport);
    }

    @Test
    void every_change_leaves_its_name_and_whose_it_was() {
        assertThat(changes.keySet()).isEqualTo(changingOperations());

        changes.forEach((operation, change) -> {
            String code = "audited-%03d".formatted(COLLECTIONS.incrementAndGet());
            Response answer = change.apply(code);
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isBetween(200, 204);
            assertThat(entries(operation, code))
                    .as(operation)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("bureau", "bureau")
                            .containsEntry("client", "127.0.0.1")
                            .containsKeys("id", "at", "subject", "name", "roles"));
        });
    }

    @Test
    void what_changes_nothing_leaves_nothing() {
        String code = "audited-%03d".formatted(COLLECTIONS.incrementAndGet());
        report(reported(code), "centre", submission(figures("1.1", 7, "1.2.2", 7)))
                .then()
                .statusCode(200);
        report(code, "centre", submission(figures("1.1", 8, "1.2.2", 8))).then().statusCode(428);

        assertThat(entries("report", code)).hasSize(2);
    }

    @Test
    void a_change_of_figures_says_which_and_never_in_whose_words() {
        String code = "audited-%03d".formatted(COLLECTIONS.incrementAndGet());
        Map<String, Object> corrected = submission(figures("1.1", 8, "1.2.2", 8));
        corrected.put("remarks", "家丑不可外扬");
        report(reported(code), "centre", corrected, 1).then().statusCode(200);

        Map<String, Object> entry = entries("report", code).get(2);

        assertThat(entry).containsEntry("unit", "centre").containsEntry("by", "李文");
        assertThat(entry.get("before")).asInstanceOf(MAP).containsEntry("revision", 1);
        assertThat(entry.get("after"))
                .asInstanceOf(MAP)
                .containsEntry("revision", 2)
                .containsEntry("changed", Map.of("1.1", List.of("7", "8"), "1.2.2", List.of("7", "8")));
        assertThat(entry.toString()).doesNotContain("家丑");
    }

    @Test
    void what_the_service_does_on_an_event_is_its_own_change_on_the_word_of_the_approver() {
        String code = "audited-%03d".formatted(COLLECTIONS.incrementAndGet());
        reportUpwards(reported(code)).then().statusCode(200);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body(Map.of("state", "closed", "changedBy", "王核"))
                .patch("/v1/collections/" + code)
                .then()
                .statusCode(200);

        arrive(code);

        assertThat(entries("intake", code))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("subject", "submission-service")
                        .containsEntry("by", "王核")
                        .containsEntry("after", Map.of("problem", "collection-unknown")));
    }

    /** Those of the interface that are no mere questions. */
    private static Set<String> changingOperations() {
        var operations = new TreeSet<String>();
        Map<String, Map<String, Object>> paths =
                given().get("/openapi/submission?format=json").jsonPath().getMap("paths");
        paths.values()
                .forEach(path -> path.forEach((method, operation) -> {
                    if (WRITING.contains(method)) {
                        operations.add((String) ((Map<?, ?>) operation).get("operationId"));
                    }
                }));
        operations.removeAll(CHANGES_NOTHING);
        operations.removeAll(OF_NO_BUREAU);
        return operations;
    }

    private static List<Map<String, Object>> entries(String operation, String collection) {
        return given().queryParam("action", operation)
                .queryParam("resource", "/v1/collections/" + collection)
                .get("/v1/audit-log/submission")
                .jsonPath()
                .getList("items.entry");
    }

    private static String opened(String code) {
        open(collection(code)).then().statusCode(201);
        return code;
    }

    /** Both units have submitted. */
    private static String reported(String code) {
        report(opened(code), "office", submission(figures("1.1", 5, "1.2.2", 5)))
                .then()
                .statusCode(201);
        report(code, "centre", submission(figures("1.1", 7, "1.2.2", 7))).then().statusCode(201);
        return code;
    }

    private static Response reportUpwards(String code) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("collection", above(code), "unit", "centre", "changedBy", "王核"))
                .put("/v1/collections/%s/reports-to".formatted(code));
    }

    private static String above(String code) {
        return "above-" + code;
    }

    private static Response state(String code) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("value", 9, "reason", "两篇相同", "statedBy", "王核"))
                .put("/v1/collections/%s/stated-values/1.1".formatted(code));
    }

    private Response reportMany(String code) {
        Map<String, Object> line = Map.of("unit", "centre", "submission", submission(figures()));
        try {
            return given().contentType("application/x-ndjson")
                    .body(json.writeValueAsBytes(line))
                    .post("/v1/collections/%s/submissions".formatted(code));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A draft over what was submitted takes it back. */
    private static Response uploadAsDraft(String code, String form, String type) {
        String file = path(code, "centre") + "/" + form;
        return given().contentType(type)
                .queryParam("state", "draft")
                .body(given().get(file).asByteArray())
                .put(file);
    }

    /** The collection above is not there at first. */
    private Response retryUpwardReport(String code) {
        reportUpwards(reported(code)).then().statusCode(200);
        given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("state", "closed", "changedBy", "王核"))
                .patch("/v1/collections/" + code)
                .then()
                .statusCode(200);
        arrive(code);
        opened(above(code));
        return given().post("/v1/collections/%s/upward-report".formatted(code));
    }

    /** The totals of the closed collection are consumed. */
    private void arrive(String code) {
        List<Map<String, Object>> units = Stream.of("office", "centre")
                .map(unit -> Map.<String, Object>of("code", unit, "state", "submitted", "revision", 1))
                .toList();
        Map<String, Object> totals = Map.of(
                "collection",
                code,
                "revision",
                5,
                "state",
                "closed",
                "contentHash",
                "0123",
                "values",
                figures("1.1", 12, "1.2.2", 12),
                "units",
                units,
                "findings",
                List.of());
        CompletableFuture.runAsync(() -> handle(handler, code, totals)).join();
    }

    private <E> void handle(EventHandler<E> anyHandler, String key, Map<String, Object> totals) {
        try {
            var event =
                    new ConsumerRecord<>("gongkai.totals", 0, 0, key.getBytes(UTF_8), json.writeValueAsBytes(totals));
            event.headers().add("ce_type", "gongkai.totals.v1".getBytes(UTF_8));
            E read = anyHandler.read(new InboundEvent(event, json));
            QuarkusTransaction.requiringNew().run(() -> anyHandler.handle(List.of(read)));
        } catch (JsonProcessingException | UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
    }
}
