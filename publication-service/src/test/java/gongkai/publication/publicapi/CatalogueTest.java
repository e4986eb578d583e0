package gongkai.publication.publicapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published reports, over all bureaus: as a list, a series, a feed, and a catalogue. */
@QuarkusTest
class CatalogueTest {

    private final String bureau = "bureau-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void two_years_are_published_and_one_is_not() {
        arrive(2017, "10");
        new Clerk(report(2017)).published();
        arrive(2018, "12");
        new Clerk(report(2018)).published();
        arrive(2019, "14");
    }

    @Test
    void published_reports_are_listed_by_bureau_year_and_form() {
        assertThat(list("bureau", bureau)).hasSize(2);
        assertThat(list("bureau", bureau, "year", "2018")).singleElement().satisfies(listed -> {
            assertThat(listed.path("report").asText()).isEqualTo(report(2018));
            assertThat(listed.path("title").asText()).isEqualTo("银川市兴庆区司法局2018年政府信息公开工作年度报告");
            assertThat(listed.path("edition").asInt()).isEqualTo(1);
        });
        assertThat(list("bureau", bureau, "form", "xxgk-2021")).isEmpty();
    }

    @Test
    void a_long_list_leads_to_what_follows() {
        Response first =
                given().queryParam("bureau", bureau).queryParam("limit", 1).get("/v1/reports");

        String next = first.header("Link");
        assertThat(next).contains("rel=\"next\"");
        JsonNode second = given().urlEncodingEnabled(false)
                .get(next.substring(1, next.indexOf('>')))
                .as(JsonNode.class);
        assertThat(second.at("/items/0/report").asText()).isEqualTo(report(2018));
    }

    @Test
    void a_withdrawn_report_is_listed_no_more() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"误公开\",\"withdrawnBy\":\"王主任\"}")
                .post("/v1/reports/{report}/editions/1/withdrawal", report(2018));

        assertThat(list("bureau", bureau)).hasSize(1);
    }

    @Test
    void a_figure_is_followed_over_the_years() {
        JsonNode series =
                given().queryParam("bureau", bureau).get("/v1/series/1.1").as(JsonNode.class);

        assertThat(series.path("measure").asText()).isEqualTo("条");
        assertThat(series.path("points"))
                .extracting(point -> point.path("year").asInt() + " "
                        + point.path("value").asText() + " "
                        + point.path("relation").asText())
                .containsExactly("2017 10 exact", "2018 12 exact");
    }

    @Test
    void what_a_form_does_not_count_alike_has_no_value() {
        JsonNode series = given().queryParam("bureau", bureau)
                .queryParam("form", "xxgk-2021")
                .get("/v1/series/3.1.c5")
                .as(JsonNode.class);

        assertThat(series.at("/points/0/relation").asText()).isEqualTo("partial");
        assertThat(series.at("/points/0").has("value")).isFalse();
        assertThat(series.at("/points/0/note").asText()).contains("尚未审结");
    }

    @Test
    void readers_can_follow_new_editions() {
        var feed = given().queryParam("bureau", bureau).get("/v1/feed").then().extract();

        assertThat(feed.contentType()).startsWith("application/atom+xml");
        assertThat(feed.xmlPath().getInt("feed.entry.size()")).isEqualTo(2);
        assertThat(feed.xmlPath().getString("feed.entry[0].title")).isEqualTo("银川市兴庆区司法局2018年政府信息公开工作年度报告（第1版）");
        assertThat(feed.xmlPath().getString("feed.entry[0].link.@href"))
                .endsWith("/v1/reports/%s/editions/1.html".formatted(report(2018)));
    }

    @Test
    void the_catalogue_names_every_format_of_every_report() throws Exception {
        Response answer = given().queryParam("bureau", bureau).get("/v1/catalog");

        assertThat(answer.contentType()).startsWith("application/ld+json");
        JsonNode catalog = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(catalog.path("dcat:dataset")).hasSize(2);
        assertThat(catalog.at("/dcat:dataset/0/dcat:distribution"))
                .extracting(distribution -> distribution.path("dcat:mediaType").asText())
                .contains("application/pdf", "application/json");
    }

    private void arrive(int year, String disclosed) {
        totalsFixture.receive(SampleTotals.complete()
                .of(report(year))
                .withBureauCode(bureau)
                .ofYear(year)
                .withFigure("1.1", disclosed));
    }

    private String report(int year) {
        return "r%d-%s".formatted(year, bureau.substring(7));
    }

    private static JsonNode list(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/reports").as(JsonNode.class).path("items");
    }
}
