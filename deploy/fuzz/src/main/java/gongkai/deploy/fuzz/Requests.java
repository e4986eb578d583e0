package gongkai.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes requests for an operation: as it is documented, almost so, and not at all so. */
final class Requests {

    /** How far a request is from what the document has. */
    enum Temper {
        VALID,
        ALMOST,
        HOSTILE
    }

    /** @param body null for none */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
    record Request(Operation operation, Temper temper, URI uri, Map<String, String> headers, byte[] body) {

        String told() {
            String sent = body == null ? "" : " " + new String(body, 0, Math.min(body.length, 600), UTF_8);
            String to = uri.toString();
            return "%s %s %s %s%s"
                    .formatted(temper, operation.method(), to.substring(0, Math.min(to.length(), 400)), headers, sent);
        }
    }

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "application/x-ndjson",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/merge-patch+json",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "nonsense",
            "*/*");

    private static final List<String> ACCEPT = List.of(
            "*/*",
            "application/json",
            "text/html",
            "text/csv",
            "application/pdf",
            "text/event-stream",
            "image/png",
            "a/b;q=2",
            ",");

    private final SplittableRandom random;
    private final List<String> collections;
    private final URI base;

    Requests(SplittableRandom random, List<String> collections, URI base) {
        this.random = random;
        this.collections = collections;
        this.base = base;
    }

    Request next(Operation operation) {
        Temper temper = Temper.values()[random.nextInt(Temper.values().length)];
        var values = new Values(random, operation.document(), collections);
        String path = operation.path();
        var query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        List<Operation.Parameter> parameters = operation.parameters();
        int spoiled = temper == Temper.VALID || parameters.isEmpty() ? -1 : random.nextInt(parameters.size());
        // Half of what is not valid is so in its body alone, where it gets further.
        boolean spoilParameters = operation.bodies().isEmpty() || random.nextBoolean();
        for (int at = 0; at < parameters.size(); at++) {
            Operation.Parameter parameter = parameters.get(at);
            if (!parameter.required() && !parameter.in().equals("path") && random.nextBoolean()) {
                continue;
            }
            boolean hostile =
                    spoilParameters && (at == spoiled || (temper == Temper.HOSTILE && random.nextInt(3) == 0));
            String value = hostile ? shortened(HostileInputs.text(random)) : values.parameter(parameter);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" ->
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.name())
                            .append('=')
                            .append(encoded(value));
                default -> headers.put(parameter.name(), value);
            }
        }
        byte[] body = body(operation, temper, values, headers);
        if (random.nextInt(4) == 0) {
            headers.put("Accept", any(ACCEPT));
        }
        if (random.nextBoolean()) {
            headers.put("Accept-Language", random.nextInt(10) == 0 ? HostileInputs.text(random) : "en");
        }
        headers.values()
                .removeIf(value -> value.chars().anyMatch(character -> character < ' ' || character > '~')
                        || value.length() > 4_000);
        return new Request(operation, temper, URI.create(base + path + query), headers, body);
    }

    private byte[] body(Operation operation, Temper temper, Values values, Map<String, String> headers) {
        List<Map.Entry<String, JsonNode>> bodies =
                List.copyOf(operation.bodies().properties());
        if (bodies.isEmpty()) {
            return random.nextInt(20) == 0 && !operation.method().equals("GET") ? HostileInputs.body(random) : null;
        }
        Map.Entry<String, JsonNode> chosen = any(bodies);
        headers.put(
                "Content-Type",
                temper == Temper.HOSTILE && random.nextInt(4) == 0 ? any(MEDIA_TYPES) : chosen.getKey());
        if (temper == Temper.HOSTILE && random.nextInt(20) == 0) {
            headers.put("Content-Encoding", "gzip");
        }
        if (temper == Temper.HOSTILE && random.nextBoolean()) {
            return HostileInputs.body(random);
        }
        if (!chosen.getKey().contains("json")) {
            return HostileInputs.body(random);
        }
        JsonNode made = example(operation, chosen.getValue(), values);
        if (temper != Temper.VALID) {
            int times = temper == Temper.ALMOST ? 1 : 3;
            for (int time = 0; time < times; time++) {
                made = values.spoiled(made);
            }
        }
        return made.toString().getBytes(UTF_8);
    }

    /** The document's examples get furthest. */
    private JsonNode example(Operation operation, JsonNode content, Values values) {
        for (JsonNode example : content.path("examples")) {
            JsonNode value = operation.document().resolved(example).path("value");
            if (!value.isMissingNode() && random.nextInt(3) > 0) {
                return value.deepCopy();
            }
        }
        return values.valid("", content.path("schema"), 0).deepCopy();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** A line of a request has an end; that it is noticed is tried apart. */
    private static String shortened(String value) {
        return value.substring(0, Math.min(value.length(), 300));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
