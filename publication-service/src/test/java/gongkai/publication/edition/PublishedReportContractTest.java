package gongkai.publication.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.SampleTotals;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedReportContractTest {

    @Inject
    ObjectMapper json;

    @Test
    void the_document_of_an_edition_is_the_example_in_the_interface() throws Exception {
        var draft = new Draft(
                SampleTotals.complete().withFinding("B3", "warning").read(),
                List.of(new Section("一、概述", "2018年，我局主动公开政府信息12条。")),
                3,
                2);

        PublishedReport report = draft.publish(7, "王主任", "更正政务微信公开政府信息数", Instant.parse("2019-03-01T01:00:00Z"));

        assertThat(json.readTree(json.writeValueAsBytes(report))).isEqualTo(example());
    }

    private JsonNode example() throws Exception {
        String openapi = given().queryParam("format", "json").get("/q/openapi").asString();
        return json.readTree(openapi).at("/components/examples/Edition/value");
    }
}
