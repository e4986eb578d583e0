package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.figures;
import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One service at a time; the usual build kills them among other faults, in {@code FaultsIT}. */
@Tag("thorough")
@ExtendWith(SharedPlatform.class)
class KilledServiceIT {

    private static final Duration OUTAGE = Duration.ofSeconds(90);

    private final Platform platform;

    KilledServiceIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource
    void killing_one_in_the_middle_of_the_load_loses_nothing_and_counts_nothing_twice(Service service) {
        var bureau = Bureau.reporting(platform, "killed-" + service.name().toLowerCase(Locale.ROOT));
        bureau.openCollection();
        var acknowledged = new AtomicInteger();
        var load = CompletableFuture.runAsync(() -> submitUntilAcknowledged(bureau, acknowledged));

        await("a third of the load").atMost(OUTAGE).until(() -> acknowledged.get() >= 7);
        platform.kill(service);
        platform.start(service);
        assertThat(load).succeedsWithin(OUTAGE);
        bureau.awaitEveryUnitCounted();
        bureau.publish();

        var expected = bureau.sample().expected();
        assertThat(figures(bureau.totals().path("values"))).isEqualTo(expected);
        assertThat(figures(json(bureau.report()).path("values"))).isEqualTo(expected);
        assertThat(bureau.contributions("1.1")).hasSize(21);
        assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
    }

    /** As clerks do: they send again if no answer comes. */
    private static void submitUntilAcknowledged(Bureau bureau, AtomicInteger acknowledged) {
        for (String unit : bureau.sample().submissions().keySet()) {
            await(unit)
                    .atMost(OUTAGE)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(bureau.submit(unit).statusCode() / 100).isEqualTo(2));
            acknowledged.incrementAndGet();
        }
    }
}
