package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.body;
import static gongkai.deploy.endtoend.Bureau.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The three databases are restored to different moments, with Kafka as it was or empty. A database of an earlier moment is made by
 * copying it then: what a restore to that moment would give.
 */
class SetBackIT {

    private static final Duration FLOW = Duration.ofSeconds(90);

    private static DataDirectory data;
    private static Platform platform;
    private static Moments moments;

    @BeforeAll
    static void startOnePlatformForAllThatIsLost() {
        data = DataDirectory.temporary();
        platform = SharedPlatform.start(data);
        moments = new Moments(platform, data.path());
    }

    @AfterAll
    static void stop() {
        platform.close();
        data.close();
    }

    @Test
    @Tag("thorough")
    void who_only_counts_or_publishes_reads_on_from_where_it_was() {
        Bureau bureau = bureau("behind-2018");
        moments.keep(Service.AGGREGATION, Service.PUBLICATION);
        bureau.correct("street-1");
        awaitCounted(bureau, 2);
        String totals = totals(bureau);

        moments.setBack(Service.AGGREGATION, Service.PUBLICATION);

        await("the totals")
                .atMost(FLOW)
                .untilAsserted(() -> assertThat(totals(bureau)).isEqualTo(totals));
        awaitArrived(bureau);
        assertThat(isDataWhole(Service.SUBMISSION)).isTrue();
    }

    @Test
    void an_empty_kafka_is_told_everything_and_is_read_from_its_start() throws IOException {
        Bureau bureau = bureau("log-lost-2018");
        moments.keep(Service.AGGREGATION, Service.PUBLICATION);
        bureau.correct("street-1");
        awaitCounted(bureau, 2);
        String totals = totals(bureau);

        loseKafka(Set.of(Service.AGGREGATION, Service.PUBLICATION));

        await("the totals")
                .atMost(FLOW)
                .untilAsserted(() -> assertThat(totals(bureau)).isEqualTo(totals));
        awaitArrived(bureau);
        bureau.correct("street-1");
        awaitCounted(bureau, 3);
        awaitArrived(bureau);
        assertThat(isDataWhole(Service.SUBMISSION)).isTrue();
        assertThat(isDataWhole(Service.PUBLICATION)).isTrue();
    }

    @Test
    void what_units_reported_and_the_submission_service_has_lost_is_known_from_the_log_and_sent_back_to_them() {
        Bureau bureau = bureau("set-back-2018");
        moments.keep(Service.SUBMISSION);
        bureau.correct("street-1");
        bureau.correct("street-1");
        awaitCounted(bureau, 3);

        moments.setBack(Service.SUBMISSION);

        awaitLost(bureau, "street-1 2-3");
        JsonNode sentBack = json(bureau.to(Service.SUBMISSION).get(bureau.submissionOf("street-1")));
        assertThat(sentBack.path("state").asText()).isEqualTo("returned");
        assertThat(sentBack.path("revision").asLong()).isEqualTo(3);
        bureau.correct("street-1");
        awaitCounted(bureau, 4);
        assertThat(isDataWhole(Service.SUBMISSION)).isTrue();
        assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
    }

    @Test
    @Tag("thorough")
    void what_the_submission_service_has_lost_with_the_log_is_known_from_whoever_counted_it() throws IOException {
        Bureau bureau = bureau("all-differ-2018");
        moments.keep(Service.SUBMISSION, Service.PUBLICATION);
        bureau.correct("street-1");
        awaitCounted(bureau, 2);

        loseKafka(Set.of(Service.SUBMISSION, Service.PUBLICATION));

        awaitLost(bureau, "street-1 2-2");
        awaitArrived(bureau);
        bureau.correct("street-1");
        awaitCounted(bureau, 3);
        awaitArrived(bureau);
        assertThat(isDataWhole(Service.SUBMISSION)).isTrue();
    }

    @Test
    @Tag("thorough")
    void a_report_that_rests_on_totals_which_nobody_knows_any_more_says_so() throws IOException {
        Bureau bureau = bureau("ahead-2018");
        moments.keep(Service.SUBMISSION, Service.AGGREGATION);
        bureau.correct("street-1");
        awaitCounted(bureau, 2);
        awaitArrived(bureau);

        loseKafka(Set.of(Service.SUBMISSION, Service.AGGREGATION));

        await("the report's alarm").atMost(FLOW).until(() -> !isDataWhole(Service.PUBLICATION));
        bureau.correct("street-1");
        bureau.correct("street-1");
        awaitCounted(bureau, 3);
        awaitArrived(bureau);
        assertThat(isDataWhole(Service.PUBLICATION)).isTrue();
    }

    private static Bureau bureau(String collection) {
        Bureau bureau = Bureau.reporting(platform, collection);
        bureau.openCollection();
        bureau.submitAll();
        bureau.awaitEveryUnitCounted();
        awaitArrived(bureau);
        return bureau;
    }

    private static void loseKafka(Set<Service> setBack) throws IOException {
        List.of(Service.values()).forEach(platform::stop);
        platform.killKafka();
        FileUtils.deleteDirectory(data.path().resolve("kafka").toFile());
        platform.startKafka();
        setBack.forEach(moments::replace);
        List.of(Service.values()).forEach(platform::start);
    }

    private static void awaitCounted(Bureau bureau, long revision) {
        await("revision " + revision)
                .atMost(FLOW)
                .untilAsserted(() -> assertThat(bureau.contributions("1.1").findValuesAsText("revision"))
                        .contains(Long.toString(revision)));
    }

    /** The report rests on the totals that there are. */
    private static void awaitArrived(Bureau bureau) {
        String draft = "/v1/reports/%s/draft".formatted(bureau.sample().code());
        await("the report")
                .atMost(FLOW)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                json(bureau.to(Service.PUBLICATION).get(draft)).findValue("totalsRevision"))
                        .isEqualTo(bureau.totals().path("revision")));
    }

    private static void awaitLost(Bureau bureau, String what) {
        await(what)
                .atMost(FLOW)
                .untilAsserted(() -> assertThat(body(health(Service.SUBMISSION)).findValuesAsText("lost"))
                        .singleElement()
                        .asString()
                        .contains(bureau.sample().code() + "/" + what));
    }

    private static boolean isDataWhole(Service service) {
        return health(service).statusCode() == 200;
    }

    private static Response health(Service service) {
        return given().baseUri(platform.uri(service).toString()).get("/q/health/group/data");
    }

    private static String totals(Bureau bureau) {
        return bureau.totals().toString();
    }
}
