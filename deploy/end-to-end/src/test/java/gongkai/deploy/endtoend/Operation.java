package gongkai.deploy.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An operation as a service's {@code openapi.yaml} describes it.
 *
 * @param contentType of its body; null for none
 * @param queries that it cannot do without
 * @param secured whether the interface says that it wants a token
 */
record Operation(
        Service service,
        String id,
        String method,
        String path,
        String contentType,
        List<String> queries,
        boolean secured) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    /** Every operation of a service. */
    static List<Operation> of(Service service) {
        JsonNode document;
        try {
            document = new ObjectMapper(new YAMLFactory())
                    .readTree(SharedPlatform.HOME
                            .root()
                            .resolve(service.module())
                            .resolve("src/main/contract/openapi.yaml")
                            .toFile());
        } catch (IOException e) {
            throw new IllegalStateException("The interface of %s cannot be read".formatted(service), e);
        }
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(of(service, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private static Operation of(Service service, String path, String method, JsonNode operation) {
        var types = operation.at("/requestBody/content").fieldNames();
        List<String> queries = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .toList();
        return new Operation(
                service,
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                types.hasNext() ? types.next() : null,
                queries,
                !operation.path("security").isEmpty());
    }

    /** Whether it is about something of one bureau's. */
    boolean isOfABureau() {
        return path.contains("{collection}") || path.contains("{report}") || path.contains("{bureau}");
    }

    boolean isOfAUnit() {
        return path.contains("/units/{unit}");
    }

    /** As a test's name. */
    @Override
    public String toString() {
        return "%s %s".formatted(service.module(), id);
    }
}
