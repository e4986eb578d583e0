package gongkai.publication.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftResourceTest {

    private final String report = "draft-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @Test
    void a_draft_says_what_would_be_published_and_what_stands_in_the_way() {
        totalsFixture.receive(SampleTotals.asPublished().of(report).withoutFigure("7"));

        JsonNode draft = draft();

        assertThat(draft.path("report").asText()).isEqualTo(report);
        assertThat(draft.path("edition").asInt()).isEqualTo(1);
        assertThat(draft.path("totalsRevision").asLong()).isEqualTo(7);
        assertThat(draft.path("narrativeRevision").asLong()).isZero();
        assertThat(draft.path("narrative")).isEmpty();
        assertThat(draft.path("progress"))
                .hasToString("{\"expected\":2,\"submitted\":1,\"draft\":0,\"returned\":0,\"missing\":1}");
        assertThat(draft.path("units")).hasSize(2);
        assertThat(draft.path("figures")).hasSize(4);
        assertThat(draft.at("/figures/3").has("value")).isFalse();
        assertThat(draft.path("values").has("7")).isFalse();
        assertThat(draft.path("obstacles"))
                .extracting(obstacle -> obstacle.path("type").asText())
                .containsExactly("/problems/units-missing", "/problems/figures-missing", "/problems/not-reviewed");
        assertThat(draft.at("/obstacles/0/detail/zh").asText()).contains("综合管理办公室");
    }

    @Test
    void nothing_stands_in_the_way_of_a_complete_report() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        new Clerk(report).write("一、概述", "").review();

        JsonNode draft = draft();

        assertThat(draft.path("obstacles")).isEmpty();
        assertThat(draft.path("narrativeRevision").asLong()).isEqualTo(1);
        assertThat(draft.at("/narrative/0/heading").asText()).isEqualTo("一、概述");
    }

    @Test
    void a_draft_is_not_modified_until_something_of_it_changes() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        String tag = given().get("/v1/reports/{report}/draft", report).header("ETag");

        assertThat(draftUnless(tag)).isEqualTo(304);
        totalsFixture.receive(SampleTotals.complete().of(report).revision(8));
        assertThat(draftUnless(tag)).isEqualTo(200);
    }

    @Test
    void the_draft_after_an_edition_is_of_the_next_one() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        new Clerk(report).published();

        assertThat(draft().path("edition").asInt()).isEqualTo(2);
    }

    @Test
    void a_report_that_nobody_knows_has_no_draft() {
        var answer = given().get("/v1/reports/{report}/draft", report);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/report-unknown");
    }

    private int draftUnless(String tag) {
        return given().header("If-None-Match", tag)
                .get("/v1/reports/{report}/draft", report)
                .statusCode();
    }

    private JsonNode draft() {
        return given().get("/v1/reports/{report}/draft", report).as(JsonNode.class);
    }
}
