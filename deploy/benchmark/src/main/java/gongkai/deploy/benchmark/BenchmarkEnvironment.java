package gongkai.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import gongkai.deploy.local.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The platform that is measured, and what every measure needs of it.
 *
 * @param time that one closed loop is measured for
 * @param collections of 20 units each that the log holds for the catch-up
 * @param token of somebody who may do all that is measured, for longer than it takes
 */
record BenchmarkEnvironment(Platform platform, Sample sample, Duration time, int collections, String token) {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final AtomicInteger CODES = new AtomicInteger();

    /** Opens a collection of so many units, {@code unit-0} and so on, and gives its code. */
    String open(int units) throws IOException {
        String code = "benchmark-" + CODES.incrementAndGet();
        require(client().post(uri(Service.SUBMISSION, "/v1/collections"), collection(code, units)));
        return code;
    }

    ObjectNode collection(String code, int units) {
        ObjectNode collection = sample.as(code).collection().deepCopy();
        collection.put("compiledBy", "unit-0");
        var roster = collection.putArray("units");
        for (int number = 0; number < units; number++) {
            roster.addObject()
                    .put("code", "unit-" + number)
                    .put("name", "第" + number + "司法所")
                    .put("kind", "司法所");
        }
        return collection;
    }

    /** A whole submission of 58 figures. */
    String submission(long items) {
        ObjectNode submission = sample.submissions().get("township-1").deepCopy();
        ((ObjectNode) submission.path("values")).put("1.1", items).put("1.2.2", items);
        return submission.toString();
    }

    HttpRequest put(String collection, int unit, String submission) {
        return request(Service.SUBMISSION, "/v1/collections/%s/units/unit-%d/submission".formatted(collection, unit))
                .PUT(BodyPublishers.ofString(submission))
                .build();
    }

    HttpRequest.Builder request(Service service, String path) {
        return request(uri(service, path)).header("Content-Type", "application/json");
    }

    HttpRequest.Builder request(URI uri) {
        return plain(uri).header("Authorization", "Bearer " + token);
    }

    static HttpRequest.Builder plain(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    URI uri(Service service, String path) {
        return platform.uri(service).resolve(path);
    }

    JsonNode get(Service service, String path) throws IOException {
        return require(client().get(uri(service, path)));
    }

    private ServiceClient client() {
        return ServiceClient.as(token);
    }

    private static JsonNode require(ServiceClient.Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The service answered %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.body();
    }

    static void require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
    }
}
