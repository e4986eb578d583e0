package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid input is rejected with a problem that names it, and leaves no trace. */
@ExtendWith(SharedPlatform.class)
class BadInputIT {

    private static final String UNIT = "legal-aid-centre";
    private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

    private final Bureau bureau;

    BadInputIT(Platform platform) {
        bureau = Bureau.reporting(platform, "bad-input");
    }

    @BeforeEach
    void a_collection_is_open() {
        bureau.openCollection();
    }

    static Stream<Arguments> badFigures() {
        return Stream.of(
                figure("a negative count", "6", values -> values.put("6", -1)),
                figure("a fraction of an item", "1.1", values -> values.put("1.1", new BigDecimal("1.5"))),
                figure("10^30", "6", values -> values.put("6", BigDecimal.TEN.pow(30))),
                figure("a text", "3.1", values -> values.put("3.1", "很多")),
                figure("a missing indicator", "9.3", values -> values.remove("9.3")),
                figure("an unknown indicator", "12.7", values -> values.put("12.7", 1)),
                figure("a broken rule", "1.2.2", values -> values.put("1.2.2", 9)));
    }

    private static Arguments figure(String what, String indicator, Consumer<ObjectNode> mistake) {
        return Arguments.of(what, indicator, mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFigures")
    void a_figure_that_cannot_be_right_is_refused_by_name(String what, String indicator, Consumer<ObjectNode> mistake) {
        ObjectNode submission = bureau.sample().submissions().get(UNIT).deepCopy();
        mistake.accept((ObjectNode) submission.get("values"));

        Response answer = bureau.submit(UNIT, submission.toString());

        assertIsProblem(answer, indicator);
        assertNothingIsStored(UNIT);
    }

    @Test
    void a_unit_that_is_not_on_the_roster_is_refused_by_name() {
        Response answer = bureau.submit(
                "street-12", bureau.sample().submissions().get(UNIT).toString());

        assertIsProblem(answer, "street-12");
    }

    @Test
    void a_body_of_ten_mebibytes_is_refused() {
        ObjectNode submission = bureau.sample().submissions().get(UNIT).deepCopy();
        submission.put("remarks", "长".repeat(TEN_MEBIBYTES / 3));

        Response answer = bureau.submit(UNIT, submission.toString());

        assertIsProblem(answer, "");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertNothingIsStored(UNIT);
    }

    @Test
    void a_closed_collection_takes_nothing() {
        var closed = Bureau.reporting(bureau.platform(), "closed");
        closed.openCollection();
        closed.closeCollection();

        Response answer = closed.submit(UNIT);

        assertIsProblem(answer, "closed");
        assertThat(closed.to(Service.SUBMISSION).get(closed.submissionOf(UNIT)).statusCode())
                .isEqualTo(404);
    }

    private static void assertIsProblem(Response answer, String name) {
        JsonNode problem = Bureau.body(answer);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("type").asText()).startsWith("/problems/");
        assertThat(problem.path("detail").asText() + problem.path("errors")).contains(name);
    }

    private void assertNothingIsStored(String unit) {
        assertThat(bureau.to(Service.SUBMISSION).get(bureau.submissionOf(unit)).statusCode())
                .isEqualTo(404);
    }
}
