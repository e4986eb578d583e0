package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 层层汇总上报: two offices of a street, the street in its district, the district in its city. */
@ExtendWith(SharedPlatform.class)
class UpwardsIT {

    private static final Duration FLOW = Duration.ofSeconds(60);

    private final Platform platform;

    UpwardsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_citys_figure_can_be_followed_to_a_street_office_and_a_correction_there_arrives_at_the_top() {
        Bureau city = open("up-city", Map.of("city-office", 100L), "district");
        Bureau district = open("up-district", Map.of("district-office", 10L), "street");
        Bureau street = open("up-street", Map.of("station", 1L, "office", 2L));
        reportTo(street, district, "street");
        reportTo(district, city, "district");

        submitAll(city);
        submitAll(district);
        submitAll(street);
        street.closeCollection();
        platform.kill(Service.SUBMISSION);
        platform.start(Service.SUBMISSION);
        awaitTotal(district, 13);
        district.closeCollection();
        awaitTotal(city, 113);

        assertThat(units(contributions(city))).containsExactly("city-office", "district");
        JsonNode fromDistrict = below(district, contributions(city).get(1));
        assertThat(units(fromDistrict)).containsExactly("district-office", "street");
        assertThat(units(below(street, fromDistrict.get(1)))).containsExactlyInAnyOrder("office", "station");
        assertThat(status(street).path("state").asText()).isEqualTo("filed");

        district.reopenCollection();
        street.reopenCollection();
        submit(street, "station", 5);
        street.closeCollection();
        awaitTotal(district, 17);
        district.closeCollection();
        awaitTotal(city, 117);
        assertThat(contributions(city).get(1).path("revision").asLong()).isEqualTo(2);
        assertThat(city.recount().path("equal").asBoolean()).isTrue();
    }

    @Test
    void what_the_level_above_refuses_is_said_below_and_goes_up_when_it_can() {
        Bureau street = open("early-street", Map.of("office", 2L));
        Bureau district = bureau("late-district", Map.of("district-office", 10L), "street");
        reportTo(street, district, "street");
        submitAll(street);
        street.closeCollection();
        await("the refusal")
                .atMost(FLOW)
                .until(() -> status(street).path("problem").asText().equals("collection-unknown"));
        assertThat(status(street).path("detail").asText()).contains("late-district");

        district.openCollection();

        await("what was refused")
                .atMost(FLOW)
                .until(() -> status(street).path("state").asText().equals("filed"));
        submitAll(district);
        awaitTotal(district, 12);
    }

    @Test
    void nobody_reports_to_himself_through_others() {
        Bureau one = open("circle-one", Map.of("office", 1L), "two");
        Bureau two = open("circle-two", Map.of("office", 1L), "one");
        reportTo(one, two, "one");

        Response circle = reportingTo(two, one, "two");

        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(Bureau.body(circle).path("type").asText()).isEqualTo("/problems/reports-in-a-circle");
    }

    private Bureau open(String code, Map<String, Long> items, String... below) {
        Bureau bureau = bureau(code, items, below);
        bureau.openCollection();
        return bureau;
    }

    /** @param items what its own offices disclose, the first of which compiles; {@code below} report by themselves */
    private Bureau bureau(String code, Map<String, Long> items, String... below) {
        Sample sample = Sample.read(SharedPlatform.HOME.sample());
        var submissions = new LinkedHashMap<String, JsonNode>();
        items.forEach((unit, count) -> submissions.put(unit, items(sample, count)));
        ObjectNode collection = sample.as(code).collection().deepCopy();
        collection.put("compiledBy", submissions.keySet().iterator().next());
        ((ObjectNode) collection.path("bureau")).put("code", code).put("name", code);
        var roster = collection.putArray("units");
        submissions
                .keySet()
                .forEach(unit ->
                        roster.addObject().put("code", unit).put("name", unit).put("kind", "科室"));
        for (String unit : below) {
            roster.addObject().put("code", unit).put("name", unit).put("kind", "下级机关");
        }
        return new Bureau(
                platform,
                new Sample(collection, submissions, sample.narrative(), sample.publication(), sample.expected()));
    }

    private static JsonNode items(Sample sample, long count) {
        ObjectNode submission = sample.submissions().get("township-1").deepCopy();
        ((ObjectNode) submission.path("values")).put("1.1", count).put("1.2.2", count);
        return submission;
    }

    private static void submitAll(Bureau bureau) {
        bureau.sample()
                .submissions()
                .keySet()
                .forEach(unit ->
                        assertThat(bureau.submit(unit).statusCode()).as(unit).isEqualTo(201));
    }

    private static void submit(Bureau bureau, String unit, long items) {
        String path = bureau.submissionOf(unit);
        Response changed = bureau.to(Service.SUBMISSION)
                .header("If-Match", bureau.to(Service.SUBMISSION).get(path).header("ETag"))
                .body(items(Sample.read(SharedPlatform.HOME.sample()), items).toString())
                .put(path);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    }

    private static void reportTo(Bureau bureau, Bureau above, String unit) {
        assertThat(reportingTo(bureau, above, unit).statusCode()).isEqualTo(200);
    }

    private static Response reportingTo(Bureau bureau, Bureau above, String unit) {
        String collection = "/v1/collections/" + bureau.sample().code();
        return bureau.to(Service.SUBMISSION)
                .header(
                        "If-Match",
                        bureau.to(Service.SUBMISSION).get(collection).header("ETag"))
                .body("{\"collection\": \"%s\", \"unit\": \"%s\", \"changedBy\": \"王核\"}"
                        .formatted(above.sample().code(), unit))
                .put(collection + "/reports-to");
    }

    private static JsonNode status(Bureau bureau) {
        return json(bureau.to(Service.SUBMISSION)
                .get(
                        "/v1/collections/{collection}/upward-report",
                        bureau.sample().code()));
    }

    private static void awaitTotal(Bureau bureau, long items) {
        await("%d items of %s".formatted(items, bureau.sample().code()))
                .atMost(FLOW)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                bureau.totals().path("values").path("1.1").asLong())
                        .isEqualTo(items));
    }

    private static JsonNode contributions(Bureau bureau) {
        return bureau.contributions("1.1");
    }

    /** The contributions behind a bureau's contribution, at the address that it gives, as that bureau's people see them. */
    private static JsonNode below(Bureau bureau, JsonNode contribution) {
        return json(bureau.to(Service.AGGREGATION)
                        .get(contribution.path("contributions").asText()))
                .path("contributions");
    }

    private static List<String> units(JsonNode contributions) {
        return StreamSupport.stream(contributions.spliterator(), false)
                .map(contribution -> contribution.path("unit").asText())
                .toList();
    }
}
