package gongkai.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation that changes anything leaves an entry in the audit log, with its name and its bureau. */
@QuarkusTest
class EveryChangeTest {

    private static final Set<String> WRITING = Set.of("put", "post", "patch", "delete");

    /** Operations that change nothing, although they are no GET. */
    private static final Set<String> CHANGES_NOTHING = Set.of("checkText");

    /** The changes of no bureau are in no bureau's log; the chassis tests them. */
    private static final Set<String> OF_NO_BUREAU = Set.of("replayDeadLetter");

    private final String bureau = "audited-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    private final SortedMap<String, Function<String, Response>> changes = new TreeMap<>();

    EveryChangeTest() {
        changes.put("putNarrative", report -> json(narrative("工作平稳有序。")).put("/v1/reports/{report}/narrative", report));
        changes.put(
                "review",
                report -> new Clerk(report)
                        .write("一、概述", "工作平稳有序。")
                        .review(Map.of(
                                "narrativeRevision", 1, "outcome", "publish", "ticket", "密审12号", "reviewedBy", "赵审")));
        changes.put("approve", report -> {
            Clerk clerk = new Clerk(report).write("一、概述", "工作平稳有序。").review();
            return clerk.approve(clerk.hash());
        });
        changes.put("publishEdition", report -> new Clerk(report).published());
        changes.put("withdrawEdition", report -> {
            assertThat(new Clerk(report).published().statusCode()).isEqualTo(201);
            return json(Map.of("reason", "误公开个人信息", "withdrawnBy", "王主任"))
                    .post("/v1/reports/{report}/editions/1/withdrawal", report);
        });
        changes.put("omitUnit", EveryChangeTest::omit);
        changes.put("revokeOmission", report -> {
            omit(report);
            return given().delete("/v1/reports/{report}/omissions/general-office", report);
        });
        changes.put("decide", EveryChangeTest::decide);
        changes.put("revokeDecision", report -> {
            decide(report);
            return given().delete("/v1/reports/{report}/decisions/{subject}", report, number(report));
        });
        changes.put(
                "putBureauRules",
                report ->
                        json(Map.of("fourEyes", false, "changedBy", "王主任")).put("/v1/bureaus/{bureau}/rules", bureau));
    }

    @BeforeEach
    void act() {
        Tokens.actIn(bureau);
    }

    @Test
    void every_change_leaves_its_name_and_whose_it_was() {
        assertThat(changes.keySet()).isEqualTo(changingOperations());

        changes.forEach((operation, change) -> {
            String report = "report-" + UUID.randomUUID();
            totalsFixture.receive(SampleTotals.complete().of(report).withBureauCode(bureau));
            Response answer = change.apply(report);
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isBetween(200, 204);
            assertThat(entries(operation, report))
                    .as(operation)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("bureau", bureau)
                            .containsEntry("client", "127.0.0.1")
                            .containsKeys("id", "at", "subject", "name", "roles"));
        });
    }

    @Test
    void the_audit_log_keeps_no_text_but_its_digest() {
        String report = "report-" + UUID.randomUUID();
        totalsFixture.receive(SampleTotals.complete().of(report).withBureauCode(bureau));
        new Clerk(report).write("一、概述", "家丑不可外扬。");

        assertThat(entries("putNarrative", report))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString())
                        .contains("revision=1", "content=")
                        .doesNotContain("家丑"));
    }

    @Test
    void what_changes_nothing_leaves_nothing() {
        String report = "report-" + UUID.randomUUID();
        totalsFixture.receive(SampleTotals.complete().of(report).withBureauCode(bureau));
        new Clerk(report).write("一、概述", "工作平稳有序。").write("一、概述", "工作平稳有序。");
        omit(report);
        omit(report);

        assertThat(entries("putNarrative", report)).hasSize(1);
        assertThat(entries("omitUnit", report)).hasSize(1);
    }

    /** Those of the interface that are no mere questions. */
    private static Set<String> changingOperations() {
        var operations = new TreeSet<String>();
        Map<String, Map<String, Object>> paths =
                given().get("/openapi/publication?format=json").jsonPath().getMap("paths");
        paths.values()
                .forEach(path -> path.forEach((method, operation) -> {
                    if (WRITING.contains(method)) {
                        operations.add((String) ((Map<?, ?>) operation).get("operationId"));
                    }
                }));
        operations.removeAll(CHANGES_NOTHING);
        operations.removeAll(OF_NO_BUREAU);
        return operations;
    }

    private static List<Map<String, Object>> entries(String operation, String report) {
        return given().queryParam("action", operation)
                .queryParam("resource", operation.equals("putBureauRules") ? "/v1/bureaus" : "/v1/reports/" + report)
                .get("/v1/audit-log/publication")
                .jsonPath()
                .getList("items.entry");
    }

    private static Response omit(String report) {
        return json(Map.of("reason", "机构撤并", "statedBy", "李文"))
                .put("/v1/reports/{report}/omissions/general-office", report);
    }

    private static Response decide(String report) {
        new Clerk(report).write("一、概述", "走访群众30户。");
        return new Clerk(report).decide(Map.of("subject", number(report), "kind", "outside", "reason", "走访户数不属统计范围"));
    }

    /** The one number of the text. */
    private static String number(String report) {
        for (JsonNode number : new Clerk(report).findings().path("numbers")) {
            return number.path("id").asText();
        }
        throw new AssertionError("The text has no number");
    }

    private static Map<String, Object> narrative(String text) {
        return Map.of("sections", List.of(Map.of("heading", "一、概述", "text", text)), "writtenBy", "李文");
    }

    private static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}
