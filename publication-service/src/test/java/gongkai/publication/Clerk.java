package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.narrative.Section;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who takes a report through the steps, over HTTP. */
public final class Clerk {

    private final String report;

    public Clerk(String report) {
        this.report = report;
    }

    public Clerk write(String heading, String text) {
        return write(List.of(new Section(heading, text)));
    }

    public Clerk write(List<Section> sections) {
        var request = json(Map.of("sections", sections, "writtenBy", "李文"));
        boolean first = given().get("/v1/reports/{report}/narrative", report).statusCode() == 404;
        Response written =
                (first ? request : request.header("If-Match", "*")).put("/v1/reports/{report}/narrative", report);
        assertThat(written.statusCode()).as(written.asString()).isIn(200, 201);
        return this;
    }

    /** Nothing of it is secret. */
    public Clerk review() {
        int revision =
                given().get("/v1/reports/{report}/narrative", report).jsonPath().getInt("revision");
        Response reviewed = review(
                Map.of("narrativeRevision", revision, "outcome", "publish", "ticket", "密审12号", "reviewedBy", "赵审"));
        assertThat(reviewed.statusCode()).as(reviewed.asString()).isEqualTo(200);
        return this;
    }

    public Response review(Map<String, Object> found) {
        return json(found).put("/v1/reports/{report}/review", report);
    }

    public JsonNode draft() {
        return given().get("/v1/reports/{report}/draft", report).as(JsonNode.class);
    }

    public String hash() {
        return draft().path("hash").asText();
    }

    public Response approve(String hash) {
        return approve(hash, "王主任");
    }

    public Response approve(String hash, String by) {
        return json(Map.of("hash", hash, "approvedBy", by)).put("/v1/reports/{report}/approval", report);
    }

    /** @return the hash that is approved */
    public String approved() {
        String hash = hash();
        Response approved = approve(hash);
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        return hash;
    }

    /** @param reason null for none */
    public Response publish(String approved, String reason) {
        return publish(approved, reason, null);
    }

    /** @param at null for now */
    public Response publish(String approved, String reason, String at) {
        var edition = new HashMap<String, Object>(Map.of("approved", approved, "publishedBy", "王主任"));
        edition.put("reason", reason);
        edition.put("publishAt", at);
        return json(edition).post("/v1/reports/{report}/editions", report);
    }

    /** Writes, has reviewed and approved, and publishes: the whole way of a first edition. */
    public Response published() {
        write("一、概述", "工作平稳有序。").review();
        return publish(approved(), null);
    }

    public JsonNode findings() {
        return given().get("/v1/reports/{report}/findings", report).as(JsonNode.class);
    }

    public Response decide(Map<?, ?>... decisions) {
        return json(Map.of("decisions", decisions, "decidedBy", "李文")).post("/v1/reports/{report}/decisions", report);
    }

    private static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}
