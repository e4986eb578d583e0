package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.DemoUser;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The people of one bureau, who know nothing of the services but their HTTP resources. */
record Bureau(Platform platform, Sample sample) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Duration FLOW = Duration.ofSeconds(60);

    private static final Duration LONGER_THAN_A_TEST = Duration.ofHours(1);

    /** A client without a time-out would wait for ever for a lost answer. Longer than any answer takes. */
    private static final RestAssuredConfig IMPATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", 5_000)
                    .setParam("http.socket.timeout", 20_000));

    /** A bureau that reports the sample's figures under this code. */
    static Bureau reporting(Platform platform, String collection) {
        return new Bureau(platform, Sample.read(SharedPlatform.HOME.sample()).as(collection));
    }

    void openCollection() {
        assertThat(to(Service.SUBMISSION)
                        .body(sample.collection().toString())
                        .post("/v1/collections")
                        .statusCode())
                .isIn(200, 201);
    }

    void closeCollection() {
        change("{\"state\": \"closed\", \"changedBy\": \"王核\"}");
    }

    void reopenCollection() {
        change("{\"state\": \"open\", \"reason\": \"更正\", \"changedBy\": \"王核\"}");
    }

    private void change(String change) {
        String collection = "/v1/collections/" + sample.code();
        Response changing = to(Service.SUBMISSION)
                .header("If-Match", to(Service.SUBMISSION).get(collection).header("ETag"))
                .body(change)
                .patch(collection);
        assertThat(changing.statusCode()).as(changing.asString()).isEqualTo(200);
    }

    Response submit(String unit) {
        return submit(unit, sample.submissions().get(unit).toString());
    }

    Response submit(String unit, String body) {
        return to(Service.SUBMISSION).body(body).put(submissionOf(unit));
    }

    String submissionOf(String unit) {
        return "/v1/collections/%s/units/%s/submission".formatted(sample.code(), unit);
    }

    /** One more item of the unit's than it said before. */
    void correct(String unit) {
        Response known = to(Service.SUBMISSION).get(submissionOf(unit));
        ObjectNode correction = sample.submissions().get(unit).deepCopy();
        long items = json(known).path("values").path("1.1").asLong() + 1;
        ((ObjectNode) correction.path("values")).put("1.1", items).put("1.2.2", items);
        Response answer = to(Service.SUBMISSION)
                .header("If-Match", known.header("ETag"))
                .body(correction.toString())
                .put(submissionOf(unit));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void submitAll() {
        sample.submissions()
                .keySet()
                .forEach(unit -> assertThat(submit(unit).statusCode()).as(unit).isIn(200, 201));
    }

    JsonNode totals() {
        return json(to(Service.AGGREGATION).get(totalsPath("")));
    }

    JsonNode contributions(String indicator) {
        return json(to(Service.AGGREGATION).get(totalsPath("/indicators/" + indicator)))
                .path("contributions");
    }

    JsonNode recount() {
        return json(to(Service.AGGREGATION).post(totalsPath("/recount")));
    }

    void awaitEveryUnitCounted() {
        await("every unit counted")
                .atMost(FLOW)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                totals().path("progress").path("submitted").asInt())
                        .isEqualTo(sample.submissions().size()));
    }

    /** Publishes text and totals, as soon as the totals are where they are published. */
    void publish() {
        new DemoUser(platform, sample).publish(totals());
    }

    Response report() {
        return to(Service.PUBLICATION).get(reportPath(""));
    }

    /** Figures by indicator, each exactly as it was sent. */
    static Map<String, BigDecimal> figures(JsonNode values) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        values.properties()
                .forEach(
                        figure -> figures.put(figure.getKey(), figure.getValue().decimalValue()));
        return figures;
    }

    static JsonNode json(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return body(response);
    }

    /** The body whatever the status is, for an answer that may be a problem. */
    static JsonNode body(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + response.asString(), e);
        }
    }

    /** As somebody of the bureau, where one person does it all. */
    RequestSpecification to(Service service) {
        return given().config(IMPATIENT)
                .auth()
                .oauth2(token())
                .baseUri(platform.uri(service).toString())
                .contentType("application/json; charset=utf-8");
    }

    /** To a service's health and metrics. */
    RequestSpecification management(Service service) {
        return given().config(IMPATIENT).baseUri(platform.management(service).toString());
    }

    /** The value of the header Authorization. */
    String authorization() {
        return "Bearer " + token();
    }

    private String token() {
        return platform.issuer().token(Person.ofEveryRole(sample.bureau()), LONGER_THAN_A_TEST);
    }

    private String totalsPath(String rest) {
        return "/v1/totals/%s%s".formatted(sample.code(), rest);
    }

    private String reportPath(String rest) {
        return "/v1/reports/%s%s".formatted(sample.code(), rest);
    }
}
