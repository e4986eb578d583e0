package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
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
@Tag("thorough")
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
    void a_restored_database_of_totals_or_reports_is_read_on_from_its_own_offsets() {
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
    }

    @Test
    void everything_is_published_again_to_an_empty_kafka_and_read_from_its_start() throws IOException {
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

    private static String totals(Bureau bureau) {
        return bureau.totals().toString();
    }
}
