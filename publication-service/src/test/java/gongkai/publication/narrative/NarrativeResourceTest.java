package gongkai.publication.narrative;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.Together;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NarrativeResourceTest {

    private static final Section OVERVIEW = new Section("一、概述", "2018年，我局认真贯彻条例。\n工作平稳有序。");
    private static final Section DISCLOSURE = new Section("二、主动公开情况", "主动公开12条。");

    private final String report = "narrative-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void the_report_is_known() {
        totalsFixture.receive(SampleTotals.complete().of(report));
    }

    @Test
    void the_first_text_is_created() {
        Response created = put(null, OVERVIEW, DISCLOSURE);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        Response read = get();
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.as(JsonNode.class).path("revision").asLong()).isEqualTo(1);
        assertThat(sections(read)).containsExactly(OVERVIEW, DISCLOSURE);
        assertThat(read.as(JsonNode.class)).isEqualTo(created.as(JsonNode.class));
    }

    @Test
    void a_caller_who_has_seen_the_text_may_replace_it() {
        put(null, OVERVIEW);

        Response replaced = put("\"1\"", DISCLOSURE);

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(sections(get())).containsExactly(DISCLOSURE);
    }

    @Test
    void a_caller_who_has_not_seen_the_text_may_not_replace_it() {
        put(null, OVERVIEW);

        Response refused = put(null, DISCLOSURE);

        assertProblem(refused, 428, "revision-not-named");
        assertThat(sections(get())).containsExactly(OVERVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"1\"", "1", "nonsense"})
    void a_caller_who_has_seen_another_text_may_not_replace_it(String seen) {
        put(null, OVERVIEW);

        Response refused = put(seen, DISCLOSURE);

        assertProblem(refused, 412, "stale-revision");
        assertThat(sections(get())).containsExactly(OVERVIEW);
    }

    @Test
    void of_two_clerks_who_edit_the_same_text_the_second_loses_nothing_of_the_first() {
        put(null, OVERVIEW);
        put("\"1\"", OVERVIEW, DISCLOSURE);

        assertProblem(put("\"1\"", DISCLOSURE), 412, "stale-revision");
        assertThat(sections(get())).containsExactly(OVERVIEW, DISCLOSURE);
    }

    @Test
    void of_clerks_who_write_the_first_text_together_one_succeeds() throws Exception {
        List<Response> answers = Together.of(8, i -> put(null, new Section("一、概述", "第%d稿".formatted(i))));

        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(428, 7L));
    }

    @Test
    void of_clerks_who_replace_the_same_text_together_one_succeeds() throws Exception {
        put(null, OVERVIEW);

        List<Response> answers = Together.of(8, i -> put("\"1\"", new Section("一、概述", "第%d稿".formatted(i))));

        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsOnly(Map.entry(200, 1L), Map.entry(412, 7L));
    }

    @Test
    void a_text_that_is_not_there_cannot_have_been_seen() {
        assertProblem(put("\"1\"", OVERVIEW), 412, "stale-revision");
    }

    @Test
    void the_same_text_again_is_no_change() {
        put(null, OVERVIEW);
        put("\"1\"", DISCLOSURE);

        Response again = put("\"1\"", DISCLOSURE);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_caller_who_has_the_text_gets_no_body() {
        put(null, OVERVIEW);

        Response answer = given().header("If-None-Match", "\"1\"").get("/v1/reports/{report}/narrative", report);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_text_that_nobody_has_written_is_not_found() {
        assertProblem(get(), 404, "narrative-not-written");
    }

    @Test
    void a_report_that_nobody_knows_takes_no_text() {
        Response refused = given().contentType(ContentType.JSON)
                .body(Map.of("sections", List.of(OVERVIEW), "writtenBy", "李文"))
                .put("/v1/reports/nobody-knows/narrative");

        assertProblem(refused, 404, "report-unknown");
    }

    @Test
    void everything_wrong_with_a_text_is_told_at_once() {
        String tooLong = "字".repeat(20_001);

        Response refused = given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(
                        "{\"sections\":[{\"heading\":\" \",\"text\":\"%s\"},{\"heading\":\"一\"},null],\"writtenBy\":\"李文\"}"
                                .formatted(tooLong))
                .put("/v1/reports/{report}/narrative", report);

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/sections/0/heading", "/sections/0/text", "/sections/1/text", "/sections/2");
        assertThat(refused.as(JsonNode.class).at("/errors/0/message").asText()).isEqualTo("must not be blank");
    }

    @Test
    void more_sections_than_a_report_has_are_refused() {
        Section[] sections = IntStream.range(0, 51).mapToObj(i -> OVERVIEW).toArray(Section[]::new);

        Response refused = put(null, sections);

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).at("/errors/0/message").asText()).isEqualTo("大小必须在 0 和 50 之间");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b", "\\ud800"})
    void what_cannot_be_printed_is_refused(String character) {
        Response refused = given().contentType(ContentType.JSON)
                .body("{\"sections\":[{\"heading\":\"一\",\"text\":\"主动%s公开\"}],\"writtenBy\":\"李文\"}"
                        .formatted(character))
                .put("/v1/reports/{report}/narrative", report);

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).at("/errors/0/pointer").asText()).isEqualTo("/sections/0/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{1.9}}",
                "{{}}",
                "{{1.1|median}}",
                "{{share 1.1}}",
                "{{share 1.9 of 1.1}}",
                "{{ 1.9 | previous }}"
            })
    void a_reference_to_no_figure_is_refused_at_once(String reference) {
        Response refused = put(null, OVERVIEW, new Section("二", "公开" + reference + "。"));

        assertProblem(refused, 422, "references-unknown");
        assertThat(refused.as(JsonNode.class).at("/errors/0/pointer").asText()).isEqualTo("/sections/1/text");
        assertThat(refused.as(JsonNode.class).at("/errors/0/reference").asText())
                .isEqualTo(reference);
    }

    @Test
    void a_text_that_nobody_would_read_is_refused() {
        Section[] longOnes = IntStream.range(0, 3)
                .mapToObj(i -> new Section("第%d节".formatted(i), "字".repeat(19_000)))
                .toArray(Section[]::new);

        assertProblem(put(null, longOnes), 422, "text-too-long");
    }

    private Response get() {
        return given().get("/v1/reports/{report}/narrative", report);
    }

    private Response put(String seen, Section... sections) {
        var request =
                given().contentType(ContentType.JSON).body(Map.of("sections", List.of(sections), "writtenBy", "李文"));
        return (seen == null ? request : request.header("If-Match", seen))
                .put("/v1/reports/{report}/narrative", report);
    }

    private static List<Section> sections(Response answer) {
        return answer.jsonPath().getList("sections", Section.class);
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.as(JsonNode.class).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
