package gongkai.publication.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.Together;
import gongkai.publication.report.Arrivals;
import gongkai.publication.report.SampleTotals;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EditionResourceTest {

    private final String report = "report-" + UUID.randomUUID();

    @Inject
    Arrivals arrivals;

    @Test
    void a_report_is_published_with_all_its_figures_and_where_they_come_from() {
        arrive(SampleTotals.complete().withFinding("B3", "warning"));
        write("一、概述", "2018年主动公开政府信息12条。");

        Response published = publish(7, null);

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.header("Location")).endsWith("/v1/reports/%s/editions/1".formatted(report));
        JsonNode edition = published.as(JsonNode.class);
        assertThat(edition.path("report").asText()).isEqualTo(report);
        assertThat(edition.path("edition").asInt()).isEqualTo(1);
        assertThat(edition.path("publishedBy").asText()).isEqualTo("王主任");
        assertThat(edition.has("reason")).isFalse();
        assertThat(edition.at("/bureau/name").asText()).isEqualTo("银川市兴庆区司法局");
        assertThat(edition.at("/period/from").asText()).isEqualTo("2018-01-01");
        assertThat(edition.at("/form/authority").asText()).isEqualTo("国办发〔2014〕32号");
        assertThat(edition.at("/form/tables/0/rows")).hasSize(6);
        assertThat(edition.at("/figures/2")).hasToString("""
                        {"code":"1.2.4","label":{"zh":"4.政务微信公开政府信息数","en":"Official WeChat"},"measure":"条",\
                        "value":4,"parent":"1.2","table":"main","row":"1.2.4","column":"figure"}\
                        """);
        assertThat(edition.path("values")).hasToString("{\"1.1\":12,\"1.2.2\":12,\"1.2.4\":4,\"7\":0.25}");
        assertThat(edition.at("/narrative/0/text").asText()).isEqualTo("2018年主动公开政府信息12条。");
        assertThat(edition.at("/provenance/totalsRevision").asLong()).isEqualTo(7);
        assertThat(edition.at("/provenance/narrativeRevision").asLong()).isEqualTo(1);
        assertThat(edition.at("/provenance/compiledBy").asText()).isEqualTo("general-office");
        assertThat(edition.at("/provenance/units/1")).hasToString("""
                        {"code":"legal-aid-centre","name":"法律援助中心","kind":"法律援助中心","revision":3,\
                        "notApplicable":["8.4"],"warnings":[{"rule":"F5","indicator":"9.2",\
                        "message":{"zh":"有人接受培训而没有举办培训班","en":"People were trained, and no course was held"},\
                        "left":0,"relation":">=","right":1,"reason":"由区政府办统一组织培训"}],\
                        "submittedAt":"2019-01-08T01:30:00Z"}\
                        """);
        assertThat(edition.at("/provenance/findings/0/severity").asText()).isEqualTo("warning");
    }

    @Test
    void what_is_published_is_served_byte_for_byte() throws Exception {
        arrive(SampleTotals.complete());
        byte[] published = publish(7, null).asByteArray();

        Response latest = given().get("/v1/reports/{report}", report);
        Response edition = given().get("/v1/reports/{report}/editions/1", report);

        assertThat(latest.asByteArray()).isEqualTo(published);
        assertThat(edition.asByteArray()).isEqualTo(published);
        assertThat(edition.contentType()).startsWith("application/json");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(published));
        assertThat(latest.header("ETag")).isEqualTo('"' + digest + '"');
        assertThat(edition.header("ETag")).isEqualTo('"' + digest + '"');
        assertThat(latest.header("Content-Location")).endsWith("/v1/reports/%s/editions/1".formatted(report));
    }

    @Test
    void readers_who_have_the_edition_are_told_so_in_no_words() {
        arrive(SampleTotals.complete());
        String tag = publish(7, null).header("ETag");

        Response latest = given().header("If-None-Match", tag).get("/v1/reports/{report}", report);
        Response edition = given().header("If-None-Match", tag).get("/v1/reports/{report}/editions/1", report);

        for (Response answer : List.of(latest, edition)) {
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.asByteArray()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        assertThat(latest.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(edition.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void the_same_request_again_publishes_nothing_more() {
        arrive(SampleTotals.complete());
        Response first = publish(7, null);
        arrive(SampleTotals.complete().revision(8));

        Response again = publish(7, null);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(editions()).hasSize(1);
    }

    @Test
    void a_correction_is_the_next_edition_and_leaves_the_earlier_one_as_it_was() {
        arrive(SampleTotals.complete());
        byte[] first = publish(7, null).asByteArray();
        arrive(SampleTotals.complete().revision(8).withFigure("1.2.4", "5"));

        Response correction = publish(8, "更正政务微信公开信息数");

        assertThat(correction.statusCode()).isEqualTo(201);
        assertThat(correction.as(JsonNode.class).path("edition").asInt()).isEqualTo(2);
        assertThat(correction.as(JsonNode.class).path("reason").asText()).isEqualTo("更正政务微信公开信息数");
        assertThat(given().get("/v1/reports/{report}", report).asByteArray()).isEqualTo(correction.asByteArray());
        assertThat(given().get("/v1/reports/{report}/editions/1", report).asByteArray())
                .isEqualTo(first);
        assertThat(editions())
                .extracting(edition -> edition.path("edition").asInt())
                .containsExactly(1, 2);
        assertThat(editions())
                .extracting(edition -> edition.path("totalsRevision").asInt())
                .containsExactly(7, 8);
    }

    @Test
    void a_new_text_is_a_correction_too() {
        arrive(SampleTotals.complete());
        publish(7, null);
        write("一、概述", "2018年主动公开政府信息12条。");

        assertThat(publish(7, "补充概述").statusCode()).isEqualTo(201);
        assertThat(editions()).hasSize(2);
    }

    @Test
    void a_correction_without_a_reason_is_refused() {
        arrive(SampleTotals.complete());
        publish(7, null);
        arrive(SampleTotals.complete().revision(8));

        Response refused = publish(8, "  ");

        assertProblem(refused, 422, "reason-missing");
        assertThat(editions()).hasSize(1);
    }

    @Test
    void totals_that_have_not_arrived_may_be_asked_for_again_in_a_moment() {
        arrive(SampleTotals.complete());

        Response refused = publish(8, null);

        assertProblem(refused, 409, "totals-not-arrived");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.as(JsonNode.class).path("latest").asLong()).isEqualTo(7);
    }

    @Test
    void a_report_of_which_nothing_has_arrived_may_be_asked_for_again_in_a_moment() {
        Response refused = publish(1, null);

        assertProblem(refused, 409, "totals-not-arrived");
        assertThat(refused.as(JsonNode.class).path("latest").asLong()).isZero();
    }

    @Test
    void totals_that_have_been_overtaken_are_refused_with_the_latest() {
        arrive(SampleTotals.complete());

        Response refused = publish(6, null);

        assertProblem(refused, 409, "totals-have-moved-on");
        assertThat(refused.as(JsonNode.class).path("latest").asLong()).isEqualTo(7);
    }

    @Test
    void missing_units_are_named() {
        arrive(SampleTotals.asPublished());

        Response refused = publish(7, null);

        assertProblem(refused, 409, "units-missing");
        assertThat(refused.as(JsonNode.class).path("detail").asText()).contains("1 个单位未报送：综合管理办公室");
        assertThat(refused.as(JsonNode.class).path("units"))
                .hasToString(
                        "[{\"code\":\"general-office\",\"name\":\"综合管理办公室\",\"kind\":\"科室\",\"state\":\"missing\"}]");
    }

    @Test
    void blanks_are_named() {
        arrive(SampleTotals.complete().withoutFigure("1.2.4"));

        Response refused = publish(7, null);

        assertProblem(refused, 409, "figures-missing");
        assertThat(refused.as(JsonNode.class).path("indicators")).hasToString("[\"1.2.4\"]");
    }

    @Test
    void broken_rules_are_named_with_both_sides() {
        arrive(SampleTotals.complete().withFinding("B2[1.2.2]", "error"));

        Response refused = publish(7, null);

        assertProblem(refused, 409, "rules-broken");
        JsonNode finding = refused.as(JsonNode.class).at("/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("B2[1.2.2]");
        assertThat(finding.at("/text/en").asText()).startsWith("No channel carries more items");
        assertThat(finding.path("left").asInt()).isEqualTo(13);
        assertThat(finding.path("relation").asText()).isEqualTo("<=");
        assertThat(finding.path("right").asInt()).isEqualTo(12);
    }

    @Test
    void a_report_that_is_not_published_is_not_found() {
        arrive(SampleTotals.complete());

        assertProblem(given().get("/v1/reports/{report}", report), 404, "not-published");
        assertProblem(given().get("/v1/reports/{report}/editions/1", report), 404, "not-published");
        assertThat(editions()).isEmpty();
    }

    @Test
    void a_report_that_nobody_knows_is_not_found() {
        assertProblem(given().get("/v1/reports/{report}", report), 404, "report-unknown");
        assertProblem(given().get("/v1/reports/{report}/editions", report), 404, "report-unknown");
    }

    @Test
    void clerks_who_press_the_button_together_publish_one_edition() throws Exception {
        arrive(SampleTotals.complete());

        List<Response> answers = Together.of(8, i -> publish(7, null));

        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, 7L));
        assertThat(editions()).hasSize(1);
    }

    @Test
    void editions_are_numbered_without_gaps_however_many_people_correct_at_once() throws Exception {
        arrive(SampleTotals.complete());
        write("一、概述", "初稿");

        List<Response> answers = Together.of(8, i -> {
            given().contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body("{\"sections\":[{\"heading\":\"一、概述\",\"text\":\"第%d稿\"}]}".formatted(i))
                    .put("/v1/reports/{report}/narrative", report);
            return publish(7, "更正");
        });

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        List<JsonNode> editions = editions();
        assertThat(editions)
                .extracting(edition -> edition.path("edition").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, editions.size()).boxed().toList());
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSameSizeAs(editions);
    }

    @Test
    void who_publishes_and_which_totals_must_be_said() {
        arrive(SampleTotals.complete());

        Response refused = given().contentType(ContentType.JSON)
                .body("{\"publishedBy\":\" \",\"totalsRevision\":0}")
                .post("/v1/reports/{report}/editions", report);

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/publishedBy", "/totalsRevision");
    }

    private void arrive(SampleTotals totals) {
        arrivals.arrive(totals.of(report));
    }

    private void write(String heading, String text) {
        given().contentType(ContentType.JSON)
                .body("{\"sections\":[{\"heading\":\"%s\",\"text\":\"%s\"}]}".formatted(heading, text))
                .put("/v1/reports/{report}/narrative", report)
                .then()
                .statusCode(201);
    }

    private Response publish(long totalsRevision, String reason) {
        String because = reason == null ? "" : ",\"reason\":\"%s\"".formatted(reason);
        return given().contentType(ContentType.JSON)
                .body("{\"totalsRevision\":%d,\"publishedBy\":\"王主任\"%s}".formatted(totalsRevision, because))
                .post("/v1/reports/{report}/editions", report);
    }

    private List<JsonNode> editions() {
        return given().get("/v1/reports/{report}/editions", report).jsonPath().getList("items", JsonNode.class);
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.as(JsonNode.class).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
