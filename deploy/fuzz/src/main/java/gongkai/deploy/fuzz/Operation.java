package gongkai.deploy.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One operation, as its document has it. */
record Operation(
        Service service, Interface document, String method, String path, JsonNode shared, JsonNode definition) {

    /** @param in path, query or header */
    record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode example) {}

    String name() {
        return definition.path("operationId").asText(method + " " + path);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(shared.path("parameters"), definition.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = document.resolved(one);
                parameters.add(new Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        parameter.path("required").asBoolean(),
                        parameter.path("schema"),
                        parameter.path("example")));
            }
        }
        return parameters;
    }

    /** The schemas of the body, by media type; empty if it has none. */
    JsonNode bodies() {
        return document.resolved(definition.path("requestBody")).path("content");
    }

    /** The documentation of an answer with this status; empty if there is none. */
    Optional<JsonNode> response(int status) {
        JsonNode responses = definition.path("responses");
        return Stream.of(String.valueOf(status), status / 100 + "XX", "default")
                .map(responses::path)
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .map(document::resolved);
    }
}
