package gongkai.deploy.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.deploy.fuzz.Requests.Request;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds an answer against the document, and against what no answer may be. */
final class ResponseOracle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROBLEM = "application/problem+json";

    /** The framework's answers to requests that are not HTTP, before any operation is known. */
    private static final Set<Integer> OF_THE_TRANSPORT = Set.of(400, 413, 414, 431);

    private static final Pattern OF_OUR_INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.\\w+)+\\(|\\w+Exception\\b|\\bgongkai\\.(submission|aggregation|publication)\\.|(?i)quarkus|vert\\.x|hibernate|postgresql|\\bSQL\\b");

    private ResponseOracle() {}

    static List<Finding> judge(Request request, HttpResponse<byte[]> answer) {
        List<String> kinds = new ArrayList<>();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        int status = answer.statusCode();
        String type =
                withoutParameters(answer.headers().firstValue("Content-Type").orElse(""));
        Optional<JsonNode> documented = request.operation().response(status);
        if (status >= 500 && !isADocumentedPause(request, answer, body)) {
            kinds.add("status " + status);
        }
        boolean bare = body.isEmpty() && OF_THE_TRANSPORT.contains(status);
        if (documented.isEmpty() && !bare) {
            kinds.add("status %d is not documented".formatted(status));
        }
        documented
                .map(response -> response.path("content"))
                .filter(content -> !body.isEmpty()
                        && content.properties().stream()
                                .noneMatch(documentedType -> withoutParameters(documentedType.getKey())
                                        .equals(type)))
                .ifPresent(content -> kinds.add("status %d as %s is not documented".formatted(status, type)));
        if (status >= 400 && !bare && !isAProblem(type, body, status, request)) {
            kinds.add("status %d without a problem".formatted(status));
        }
        if (status >= 400
                && OF_OUR_INSIDE.matcher(withoutWhatWasSent(body, request)).find()) {
            kinds.add("it tells of our inside");
        }
        answer.headers().firstValue("Server").ifPresent(server -> kinds.add("it names its server"));
        String told = "%d %s %s".formatted(status, type, body.substring(0, Math.min(body.length(), 600)));
        return kinds.stream()
                .map(kind -> new Finding(kind, request.operation().name(), request.told(), told))
                .toList();
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** A 503 that the document has says when to come again. */
    private static boolean isADocumentedPause(Request request, HttpResponse<byte[]> answer, String body) {
        return answer.statusCode() == 503
                && request.operation().definition().path("responses").has("503")
                && answer.headers().firstValue("Retry-After").isPresent()
                && !body.contains("temporarily-unavailable");
    }

    private static boolean isAProblem(String type, String body, int status, Request request) {
        if (request.operation().method().equals("HEAD")) {
            return true;
        }
        if (!type.equals(PROBLEM)) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("status").asInt() == status
                    && problem.path("type").asText().startsWith("/problems/")
                    && !problem.path("title").asText().isBlank()
                    && !problem.path("detail").asText().isBlank();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** A problem may repeat what it is about. */
    private static String withoutWhatWasSent(String body, Request request) {
        return request.temper() == Requests.Temper.HOSTILE ? "" : body;
    }
}
