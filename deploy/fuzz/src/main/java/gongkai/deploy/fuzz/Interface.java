package gongkai.deploy.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A service's OpenAPI document. */
final class Interface {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    private final Service service;
    private final JsonNode document;

    private Interface(Service service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    static Interface of(Service service, Path root) throws IOException {
        Path file = root.resolve(service.module()).resolve("src/main/contract/openapi.yaml");
        return new Interface(service, new YAMLMapper().readTree(file.toFile()));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                service,
                                this,
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                method.getValue()))));
        return operations;
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.path("$ref").asText();
            found = reference.startsWith("#") ? document.at(reference.substring(1)) : MissingNode.getInstance();
        }
        return found;
    }
}
