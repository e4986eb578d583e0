package gongkai.chassis.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import gongkai.chassis.RealPlatform;
import gongkai.chassis.SampleResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In these tests three requests are processed at a time. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class ConcurrencyLimitTest {

    private static final int LIMIT = 3;

    @TestHTTPResource("/v1/samples/held")
    URI held;

    @Test
    void a_request_beyond_the_limit_is_rejected_at_once_and_a_long_poll_is_not() {
        SampleResource.HELD.set(new CountDownLatch(1));
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<Integer>> responses = IntStream.range(0, LIMIT)
                .mapToObj(
                        number -> client.sendAsync(HttpRequest.newBuilder(held).build(), BodyHandlers.discarding())
                                .thenApply(response -> response.statusCode()))
                .toList();
        try {
            await().untilAsserted(() -> given().header("Accept-Language", "en")
                    .get("/v1/samples")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("3"))
                    .body("type", equalTo("/problems/temporarily-unavailable"))
                    .body("title", equalTo("We have too much to do right now")));
            given().get("/v1/samples/changes").then().statusCode(200);
            given().header("Prefer", "wait=1").get("/v1/samples?after=1").then().statusCode(503);
        } finally {
            SampleResource.HELD.get().countDown();
        }
        await().until(() -> responses.stream().allMatch(response -> response.isDone() && response.join() == 200));
        await().untilAsserted(() -> given().get("/v1/samples").then().statusCode(200));
    }
}
