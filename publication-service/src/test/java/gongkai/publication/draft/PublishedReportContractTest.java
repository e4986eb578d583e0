package gongkai.publication.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedReportContractTest {

    private final String report = "contract-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @Test
    void the_document_of_an_edition_is_the_example_in_the_interface() {
        var clerk = new Clerk(report);
        totalsFixture.receive(SampleTotals.complete().of(report).revision(6).withFigure("1.2.4", "3"));
        clerk.published();
        totalsFixture.receive(SampleTotals.complete().of(report).withFinding("B3", "warning"));
        clerk.write("一、概述", "2018年，我局主动公开政府信息{{1.1}}，走访群众30户。").review();
        String number = clerk.findings().at("/numbers/2/id").asText();
        clerk.decide(Map.of("subject", number, "kind", "outside", "reason", "走访户数不属统计范围"));
        ObjectNode edition = clerk.publish(clerk.approved(), "更正政务微信公开政府信息数").as(ObjectNode.class);

        JsonNode example = given().queryParam("format", "json")
                .get("/openapi/publication")
                .as(JsonNode.class)
                .at("/components/examples/Edition/value");

        // These differ each time; the example shows likely ones.
        edition.set("report", example.path("report"));
        edition.set("publishedAt", example.path("publishedAt"));
        for (String step : new String[] {"drafted", "reviewed", "approved", "published"}) {
            edition.withObject("/steps/" + step).set("at", example.at("/steps/" + step + "/at"));
        }
        edition.withObject("/steps/approved").set("hash", example.at("/steps/approved/hash"));
        edition.withObject("/provenance/previous").set("digest", example.at("/provenance/previous/digest"));
        assertThat(edition).isEqualTo(example);
    }
}
