package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers to people while PostgreSQL or Kafka is unavailable. */
@ExtendWith(SharedPlatform.class)
class OutageIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Platform platform;

    OutageIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void without_postgresql_everybody_is_told_to_come_again_and_without_a_restart_all_goes_on() {
        var bureau = Bureau.reporting(platform, "outage-of-postgresql");
        bureau.openCollection();
        bureau.submit("township-1");

        platform.killPostgres();
        try {
            isToldToComeAgain(bureau.submit("township-2"));
            isToldToComeAgain(bureau.to(Service.SUBMISSION).get(bureau.submissionOf("township-1")));
            isToldToComeAgain(bureau.to(Service.AGGREGATION)
                    .get("/v1/totals/{collection}", bureau.sample().code()));
            isToldToComeAgain(bureau.to(Service.PUBLICATION)
                    .get("/v1/reports/{report}", bureau.sample().code()));
            for (Service service : Service.values()) {
                assertThat(bureau.management(service).get("/q/health/live").statusCode())
                        .as("%s is alive", service)
                        .isEqualTo(200);
                await("%s to say that it is not ready".formatted(service))
                        .atMost(RECOVERY)
                        .untilAsserted(() -> assertThat(bureau.management(service)
                                        .get("/q/health/ready")
                                        .statusCode())
                                .isEqualTo(503));
            }
        } finally {
            platform.startPostgres();
        }

        for (String unit : bureau.sample().submissions().keySet()) {
            await(unit)
                    .atMost(RECOVERY)
                    .untilAsserted(
                            () -> assertThat(bureau.submit(unit).statusCode()).isIn(200, 201));
        }
        bureau.awaitEveryUnitCounted();
        assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
    }

    @Test
    void without_kafka_units_go_on_submitting_and_are_counted_when_it_is_back() {
        var bureau = Bureau.reporting(platform, "outage-of-kafka");
        bureau.openCollection();

        platform.killKafka();
        try {
            bureau.submitAll();
        } finally {
            platform.startKafka();
        }

        bureau.awaitEveryUnitCounted();
        bureau.publish();
        assertThat(Bureau.figures(Bureau.json(bureau.report()).path("values")))
                .isEqualTo(bureau.sample().expected());
    }

    private static void isToldToComeAgain(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).containsOnlyDigits();
        assertThat(Bureau.body(answer).path("type").asText()).isEqualTo("/problems/temporarily-unavailable");
    }
}
