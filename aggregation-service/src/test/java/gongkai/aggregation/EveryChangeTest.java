package gongkai.aggregation;

import static gongkai.aggregation.Given.announcement;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.total.TotalsUpdater;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** No operation by which people act leaves no entry of its name, and of whose it was, in the audit log. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class EveryChangeTest {

    private static final Set<String> WRITING = Set.of("put", "post", "patch", "delete");

    /** A change that concerns no bureau is in no bureau's log. */
    private static final Set<String> OF_NO_BUREAU = Set.of("replayDeadLetter");

    private final SortedMap<String, Function<String, Response>> changes =
            new TreeMap<>(Map.of("recount", code -> given().post("/v1/totals/{collection}/recount", code)));

    @Inject
    TotalsUpdater updater;

    @Inject
    ObjectMapper json;

    @Test
    void every_change_leaves_its_name_and_whose_it_was() throws Exception {
        assertThat(changes.keySet()).isEqualTo(changingOperations());

        for (var change : changes.entrySet()) {
            String code = Given.code();
            updater.update(
                    List.of(json.readValue(announcement(code, 1, "office", "centre"), CollectionAnnounced.class)),
                    List.of());
            Response answer = change.getValue().apply(code);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(entries(change.getKey(), code))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("bureau", "a-bureau")
                            .containsEntry("client", "127.0.0.1")
                            .containsKeys("id", "at", "subject", "name", "roles", "after"));
        }
    }

    /** Those of the interface that are no mere questions. */
    private static Set<String> changingOperations() {
        var operations = new TreeSet<String>();
        Map<String, Map<String, Object>> paths =
                given().get("/openapi/aggregation?format=json").jsonPath().getMap("paths");
        paths.values()
                .forEach(path -> path.forEach((method, operation) -> {
                    if (WRITING.contains(method)) {
                        operations.add((String) ((Map<?, ?>) operation).get("operationId"));
                    }
                }));
        operations.removeAll(OF_NO_BUREAU);
        return operations;
    }

    private static List<Map<String, Object>> entries(String operation, String collection) {
        return given().queryParam("action", operation)
                .queryParam("resource", "/v1/totals/" + collection + "/")
                .get("/v1/audit-log/aggregation")
                .jsonPath()
                .getList("items.entry");
    }
}
