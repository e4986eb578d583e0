package gongkai.publication.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingsResourceTest {

    private final String report = "findings-" + UUID.randomUUID();

    private final Clerk clerk = new Clerk(report);

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void totals_have_arrived() {
        totalsFixture.receive(SampleTotals.complete().of(report));
    }

    @Test
    void each_number_is_bound_declared_open_or_no_count() {
        clerk.write("一、概述", "2018年主动公开政府信息{{1.1}}，政务微信公众号发布信息4条。走访群众30户。另有宣传稿81篇，不计入统计表。");

        assertThat(clerk.findings().path("numbers"))
                .extracting(
                        number -> number.path("text").asText(),
                        number -> number.path("status").asText())
                .containsExactly(
                        tuple("2018年", "not-a-count"),
                        tuple("12", "bound"),
                        tuple("4", "bound"),
                        tuple("30", "open"),
                        tuple("81", "declared"));
        assertThat(number("12").path("reference").asText()).isEqualTo("{{1.1}}");
        assertThat(number("4").path("indicator").asText()).isEqualTo("1.2.4");
        assertThat(clerk.findings().path("open").asInt()).isEqualTo(1);
    }

    @Test
    void an_open_number_blocks_the_report_until_somebody_says_what_it_is() {
        clerk.write("一、概述", "走访群众30户。").review();
        assertProblem(clerk.approve(clerk.hash()), 409, "numbers-open");

        clerk.decide(Map.of("subject", id("30"), "kind", "outside", "reason", "走访户数不属统计范围"));
        JsonNode published = clerk.publish(clerk.approved(), null).as(JsonNode.class);

        assertThat(published.path("declarations")).hasToString("""
                        [{"kind":"outside","reason":"走访户数不属统计范围","section":"一、概述",\
                        "sentence":"走访群众30户。","written":"30"}]\
                        """);
    }

    @Test
    void a_contradiction_blocks_the_report() {
        clerk.write("一、概述", "政务微信公众号发布信息9条。").review();

        Response refused = clerk.approve(clerk.hash());

        assertProblem(refused, 409, "text-contradicts-table");
        JsonNode contradiction = refused.as(JsonNode.class).at("/contradictions/0");
        assertThat(contradiction.path("indicator").asText()).isEqualTo("1.2.4");
        assertThat(contradiction.path("claimed").asInt()).isEqualTo(9);
        assertThat(contradiction.path("figure").asInt()).isEqualTo(4);
    }

    @Test
    void a_scope_that_gives_the_number_settles_the_contradiction_and_is_published() {
        clerk.write("一、概述", "政务微信公众号发布信息8条。").review();
        String contradiction =
                clerk.findings().at("/contradictions/0/contradiction/id").asText();

        clerk.decide(Map.of("subject", contradiction, "kind", "scope", "scope", List.of("1.2.2", "-1.2.4")));

        assertThat(clerk.findings().path("open").asInt()).isZero();
        JsonNode published = clerk.publish(clerk.approved(), null).as(JsonNode.class);
        assertThat(published.at("/declarations/0/scope")).hasToString("[\"1.2.2\",\"-1.2.4\"]");
        assertThat(published.at("/declarations/0/kind").asText()).isEqualTo("scope");
    }

    @Test
    void a_scope_that_does_not_give_the_number_any_more_holds_no_longer() {
        clerk.write("一、概述", "政务微信公众号发布信息8条。");
        clerk.decide(Map.of("subject", id("8"), "kind", "scope", "scope", List.of("1.2.2", "-1.2.4")));

        totalsFixture.receive(SampleTotals.complete().of(report).revision(8).withFigure("1.2.2", "11"));

        assertThat(number("8").path("status").asText()).isEqualTo("open");
        assertThat(number("8").has("decision")).isFalse();
    }

    @Test
    void a_number_that_is_the_figure_of_an_indicator_is_bound_to_it() {
        clerk.write("一、概述", "全年工作成果4。");

        clerk.decide(Map.of("subject", id("4"), "kind", "indicator", "indicator", "1.2.4"));

        assertThat(number("4").path("status").asText()).isEqualTo("bound");
        assertThat(number("4").path("indicator").asText()).isEqualTo("1.2.4");
    }

    @Test
    void a_decision_ends_with_the_sentence_that_it_was_about() {
        clerk.write("一、概述", "走访群众30户。");
        clerk.decide(Map.of("subject", id("30"), "kind", "outside", "reason", "不属统计范围"));

        clerk.write("一、概述", "全年走访群众30户。");

        assertThat(number("30").path("status").asText()).isEqualTo("open");
    }

    @Test
    void a_decision_goes_with_its_sentence_wherever_that_moves() {
        clerk.write("一、概述", "走访群众30户。");
        clerk.decide(Map.of("subject", id("30"), "kind", "outside", "reason", "不属统计范围"));

        clerk.write("二、其他", "工作平稳。\n\n走访群众30户。");

        assertThat(number("30").path("status").asText()).isEqualTo("declared");
    }

    @Test
    void a_decision_can_be_taken_back() {
        clerk.write("一、概述", "走访群众30户。");
        clerk.decide(Map.of("subject", id("30"), "kind", "outside", "reason", "不属统计范围"));

        given().delete("/v1/reports/{report}/decisions/{subject}", report, id("30"))
                .then()
                .statusCode(204);

        assertThat(number("30").path("status").asText()).isEqualTo("open");
    }

    @Test
    void decisions_that_do_not_fit_are_refused_all_at_once() {
        clerk.write("一、概述", "走访群众30户，培训8场。");

        Response refused = clerk.decide(
                Map.of("subject", "number-0000000000000000", "kind", "outside", "reason", "无"),
                Map.of("subject", id("30"), "kind", "outside"),
                Map.of("subject", id("8"), "kind", "indicator", "indicator", "1.2.4"));

        assertProblem(refused, 422, "decisions-unfit");
        assertThat(refused.as(JsonNode.class).path("errors")).hasSize(3);
        assertThat(clerk.findings().path("open").asInt()).isEqualTo(2);
    }

    private JsonNode number(String text) {
        for (JsonNode number : clerk.findings().path("numbers")) {
            if (number.path("text").asText().equals(text)) {
                return number;
            }
        }
        throw new AssertionError("no number " + text + " in " + clerk.findings());
    }

    private String id(String text) {
        return number(text).path("id").asText();
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.as(JsonNode.class).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
