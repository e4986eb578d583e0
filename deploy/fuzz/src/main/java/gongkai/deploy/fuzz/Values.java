package gongkai.deploy.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes values that a schema allows, and spoils them. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int DEEPEST = 6;

    /** Identifiers of the sample's data, by the name of the property or parameter. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "form", List.of("xxgk-2014", "xxgk-2019", "xxgk-2021"),
            "indicator", List.of("1.1", "1.2.4", "5", "7"),
            "unit", List.of("township-1", "street-1", "legal-aid-centre", "general-office"),
            "kind", List.of("科室", "街道司法所"),
            "figure", List.of("1.1"),
            "state", List.of("draft", "submitted", "open", "closed"),
            "n", List.of("1", "2"),
            "revision", List.of("1", "2"),
            "edition", List.of("1"),
            "If-Match", List.of("*", "\"1\"", "\"2\""));

    private final SplittableRandom random;
    private final Interface document;
    private final List<String> collections;

    Values(SplittableRandom random, Interface document, List<String> collections) {
        this.random = random;
        this.document = document;
        this.collections = collections;
    }

    /** A parameter that the operation may well take. */
    String parameter(Operation.Parameter parameter) {
        List<String> known = known(parameter.name());
        if (!known.isEmpty()) {
            return any(known);
        }
        if (!parameter.example().isMissingNode()) {
            return parameter.example().asText();
        }
        return valid(parameter.name(), parameter.schema(), 0).asText();
    }

    /** A value that the schema allows, as far as it says what that is. */
    JsonNode valid(String name, JsonNode written, int depth) {
        JsonNode schema = document.resolved(written);
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.path(choice).size() > 0) {
                return valid(
                        name,
                        schema.path(choice)
                                .get(random.nextInt(schema.path(choice).size())),
                        depth);
            }
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (!known(name).isEmpty() && type(schema).equals("string")) {
            return JSON.textNode(any(known(name)));
        }
        if (schema.path("examples").size() > 0 && random.nextInt(4) > 0) {
            return schema.path("examples").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(random.nextInt(1_000));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    /** The same, with one thing in it that is not as it must be. */
    JsonNode spoiled(JsonNode valid) {
        List<Runnable> ways = new ArrayList<>();
        collectWays(valid, ways);
        if (!ways.isEmpty()) {
            ways.get(random.nextInt(ways.size())).run();
        }
        return valid;
    }

    private void collectWays(JsonNode node, List<Runnable> ways) {
        if (node instanceof ObjectNode object) {
            ways.add(() -> object.put("unheard-of", 1));
            object.properties().forEach(property -> {
                String name = property.getKey();
                ways.add(() -> object.remove(name));
                ways.add(() -> object.putRawValue(name, new RawValue(HostileInputs.json(random))));
                ways.add(() -> object.put(name, HostileInputs.text(random)));
                ways.add(() -> object.set(HostileInputs.text(random), property.getValue()));
                collectWays(property.getValue(), ways);
            });
        } else if (node instanceof ArrayNode array) {
            ways.add(() -> array.addRawValue(new RawValue(HostileInputs.json(random))));
            if (!array.isEmpty()) {
                ways.add(() -> array.add(array.get(0)));
                array.forEach(item -> collectWays(item, ways));
            }
        }
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode made = JSON.objectNode();
        if (depth >= DEEPEST) {
            return made;
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
                made.set(property.getKey(), valid(property.getKey(), property.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            made.set(any(KNOWN.get("indicator")), valid("", schema.path("additionalProperties"), depth + 1));
        }
        return made;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode made = JSON.arrayNode();
        int size = depth >= DEEPEST ? 0 : Math.max(schema.path("minItems").asInt(), random.nextInt(3));
        for (int item = 0; item < size; item++) {
            made.add(valid(name, schema.path("items"), depth + 1));
        }
        return made;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(least + 50), least + 50);
        return random.nextLong(least, Math.max(most, least) + 1);
    }

    private String text(JsonNode schema) {
        String made = switch (schema.path("format").asText()) {
            case "date" -> "2018-%02d-01".formatted(1 + random.nextInt(12));
            case "date-time" -> "2030-01-%02dT00:00:00Z".formatted(1 + random.nextInt(28));
            default -> "fuzz-" + random.nextInt(1_000);
        };
        return made.substring(
                0, Math.min(made.length(), schema.path("maxLength").asInt(made.length())));
    }

    private List<String> known(String name) {
        return switch (name) {
            case "collection", "report", "against" -> collections;
            default -> KNOWN.getOrDefault(name, List.of());
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText("string");
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
