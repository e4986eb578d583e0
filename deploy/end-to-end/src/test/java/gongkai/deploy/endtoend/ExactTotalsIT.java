package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.figures;
import static gongkai.deploy.endtoend.Bureau.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The aggregation-service counts 20,000 submissions exactly, whatever happens meanwhile. */
class ExactTotalsIT {

    private static final Duration FLOW = Duration.ofMinutes(2);

    private static DataDirectory data;
    private static Platform platform;

    @BeforeAll
    static void startOnePlatformForAllThatIsKilled() {
        data = DataDirectory.temporary();
        platform = SharedPlatform.start(data);
    }

    @AfterAll
    static void stop() {
        platform.close();
        data.close();
    }

    /** Something that happens in mid-stream. */
    private interface Disturbance {
        void happen();
    }

    @Test
    @Tag("thorough")
    void totals_are_exact_after_each_part_was_killed_twice_in_mid_stream() {
        Disturbance aggregationIsKilled = () -> {
            platform.kill(Service.AGGREGATION);
            platform.start(Service.AGGREGATION);
        };
        Disturbance postgresIsKilled = () -> {
            platform.killPostgres();
            platform.startPostgres();
        };
        Disturbance kafkaIsKilled = () -> {
            platform.killKafka();
            platform.startKafka();
        };

        URI aggregation = platform.uri(Service.AGGREGATION);
        stream(
                "killed",
                List.of(
                        aggregationIsKilled,
                        postgresIsKilled,
                        kafkaIsKilled,
                        aggregationIsKilled,
                        postgresIsKilled,
                        kafkaIsKilled),
                aggregation);
    }

    @Test
    void two_instances_share_the_work_and_the_second_goes_on_alone_when_the_first_is_stopped() {
        URI second = platform.startAnother(Service.AGGREGATION);

        stream("shared", List.of(() -> platform.stop(Service.AGGREGATION)), second);

        platform.start(Service.AGGREGATION);
    }

    /** Sends a stream, disturbs each part of it once it has begun to arrive, and compares what comes out in the end. */
    private static void stream(String name, List<Disturbance> disturbances, URI aggregation) {
        try (var stream = new SubmissionStream(name, form(), platform.bootstrapServers(), 20181231)) {
            JsonNode like = Sample.read(SharedPlatform.HOME.sample()).collection();
            for (String collection : stream.collections()) {
                assertThat(asEverybody()
                                .baseUri(platform.uri(Service.SUBMISSION).toString())
                                .contentType("application/json; charset=utf-8")
                                .body(stream.opening(like, collection).toString())
                                .post("/v1/collections")
                                .statusCode())
                        .isEqualTo(201);
            }
            String watched = stream.collections().get(0);
            await("the first totals").atMost(FLOW).ignoreExceptions().until(() -> revision(aggregation, watched) > 0);
            var sent = new ArrayList<CompletableFuture<Void>>();
            for (int part = 0; part < disturbances.size(); part++) {
                long before = revision(aggregation, watched);
                sent.add(stream.send(part, disturbances.size()));
                await("part %d of the stream".formatted(part))
                        .atMost(FLOW)
                        .ignoreExceptions()
                        .until(() -> revision(aggregation, watched) > before);
                disturbances.get(part).happen();
                await("totals after disturbance %d".formatted(part))
                        .atMost(FLOW)
                        .ignoreExceptions()
                        .until(() -> revision(aggregation, watched) >= before);
            }

            assertThat(sent).allSatisfy(part -> assertThat(part).succeedsWithin(FLOW));
            for (String collection : stream.collections()) {
                await(collection)
                        .atMost(FLOW)
                        .ignoreExceptions()
                        .until(() -> SubmissionStream.isComplete(totals(aggregation, collection)));
                assertThat(figures(totals(aggregation, collection).path("values")))
                        .isEqualTo(stream.expected(collection));
                assertThat(recount(aggregation, collection).path("equal").asBoolean())
                        .isTrue();
            }
        }
    }

    private static RequestSpecification asEverybody() {
        return given().auth()
                .oauth2(platform.issuer().token(Person.ofEveryRole("xingqing-justice"), Duration.ofHours(1)));
    }

    private static JsonNode form() {
        return json(asEverybody()
                .baseUri(platform.uri(Service.SUBMISSION).toString())
                .get("/v1/forms/xxgk-2014"));
    }

    private static long revision(URI aggregation, String collection) {
        return totals(aggregation, collection).path("revision").asLong();
    }

    private static JsonNode totals(URI aggregation, String collection) {
        return json(asEverybody().baseUri(aggregation.toString()).get("/v1/totals/{collection}", collection));
    }

    private static JsonNode recount(URI aggregation, String collection) {
        return json(asEverybody().baseUri(aggregation.toString()).post("/v1/totals/{collection}/recount", collection));
    }
}
