package gongkai.submission.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.deploy.local.Person;
import gongkai.submission.RealPlatform;
import gongkai.submission.access.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class RateLimitTest {

    private static final int ALL_BUT_ONE = 99_999;

    @Test
    void whom_a_token_names_is_a_client_wherever_they_call_from() {
        String one = Tokens.of(Person.of("auditor", "one-bureau"));
        String other = Tokens.of(Person.of("auditor", "other-bureau"));

        assertThat(leftTo(one)).isEqualTo(ALL_BUT_ONE);
        assertThat(leftTo(one)).isLessThanOrEqualTo(ALL_BUT_ONE);
        assertThat(leftTo(other)).isEqualTo(ALL_BUT_ONE);
    }

    @Test
    void a_token_that_is_none_makes_no_client_of_its_own() {
        String forged = Tokens.of(Person.of("auditor", "forged-bureau")) + "x";

        for (int often = 0; often < 50; often++) {
            leftTo(forged);
        }

        assertThat(leftTo(Tokens.of(Person.of("auditor", "forged-bureau")))).isEqualTo(ALL_BUT_ONE);
    }

    private static int leftTo(String token) {
        String limit = given().auth().oauth2(token).get("/v1/forms").header("RateLimit");
        return Integer.parseInt(limit.replaceFirst(".*;r=(\\d+);.*", "$1"));
    }
}
