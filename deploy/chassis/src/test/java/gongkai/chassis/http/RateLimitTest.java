package gongkai.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.RealPlatform;
import gongkai.chassis.Tokens;
import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** In these tests a bucket refills with one request a second. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class RateLimitTest {

    private static final int BURST = 100_000;
    private static final int REQUESTS = 60;

    @Test
    void two_clients_have_two_buckets() {
        String one = Tokens.of(Person.of("auditor", "one-bureau"));
        String other = Tokens.of(Person.of("auditor", "other-bureau"));

        long start = System.nanoTime();
        drain(one);
        int left = leftTo(one);
        long refilled = 1 + (System.nanoTime() - start) / 1_000_000_000L;

        assertThat(left).isBetween(BURST - REQUESTS - 1, (int) (BURST - REQUESTS - 1 + refilled));
        assertThat(leftTo(other)).isEqualTo(BURST - 1);
    }

    @Test
    void a_forged_token_has_no_bucket_of_its_own() {
        String good = Tokens.of(Person.of("auditor", "forged-bureau"));
        String forged = good + "x";
        int before = leftTo(forged);

        drain(forged);

        assertThat(leftTo(good)).isEqualTo(BURST - 1);
        assertThat(leftTo(forged)).isLessThan(before - REQUESTS / 2);
    }

    private static void drain(String token) {
        for (int request = 0; request < REQUESTS; request++) {
            leftTo(token);
        }
    }

    private static int leftTo(String token) {
        String limit = given().auth().oauth2(token).get("/v1/samples").header("RateLimit");
        return Integer.parseInt(limit.replaceFirst(".*;r=(\\d+);.*", "$1"));
    }
}
