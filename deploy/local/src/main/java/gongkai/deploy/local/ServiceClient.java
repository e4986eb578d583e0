package gongkai.deploy.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP, as somebody. */
public final class ServiceClient {

    /** Figures keep every digit. */
    public static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final HttpRequest.Builder beginning;

    private ServiceClient(HttpRequest.Builder beginning) {
        this.beginning = beginning.timeout(Duration.ofSeconds(30));
    }

    /** For what is public. */
    static ServiceClient asAnybody() {
        return new ServiceClient(HttpRequest.newBuilder());
    }

    public static ServiceClient as(String token) {
        return new ServiceClient(HttpRequest.newBuilder().header("Authorization", "Bearer " + token));
    }

    /** A status and a body; a failure's body is a problem (RFC 9457). */
    public record Answer(int status, JsonNode body) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether the problem is of this type. */
        boolean isProblem(String type) {
            return body.path("type").asText().equals("/problems/" + type);
        }
    }

    public Answer get(URI uri) throws IOException {
        return send(to(uri).GET());
    }

    Answer put(URI uri, JsonNode body) throws IOException {
        return send(withBody(uri, "PUT", body));
    }

    public Answer post(URI uri, JsonNode body) throws IOException {
        return send(withBody(uri, "POST", body));
    }

    private HttpRequest.Builder to(URI uri) {
        return beginning.copy().uri(uri);
    }

    private HttpRequest.Builder withBody(URI uri, String method, JsonNode body) {
        return to(uri).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
