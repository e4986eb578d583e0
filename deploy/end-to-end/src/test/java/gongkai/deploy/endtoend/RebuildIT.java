package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.figures;
import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class RebuildIT {

    private static final Duration FLOW = Duration.ofSeconds(60);

    private final Platform platform;

    RebuildIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void an_emptied_database_comes_to_the_same_bytes_from_the_log_and_what_follows_is_published() throws SQLException {
        var bureau = Bureau.reporting(platform, "rebuilt");
        bureau.openCollection();
        bureau.submitAll();
        bureau.awaitEveryUnitCounted();
        bureau.correct("street-1");
        await("the correction").atMost(FLOW).until(() -> read(bureau).get(0).contains("\"revision\":2,"));
        List<String> before = read(bureau);

        platform.stop(Service.AGGREGATION);
        try (var owner = DriverManager.getConnection(platform.database(Service.AGGREGATION));
                var statement = owner.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
        platform.start(Service.AGGREGATION);

        await("the totals")
                .atMost(FLOW)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(read(bureau)).isEqualTo(before));
        assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
        bureau.correct("street-1");
        await("the next correction")
                .atMost(FLOW)
                .until(() -> read(bureau).get(0).contains("\"revision\":3,"));
        bureau.publish();
        assertThat(figures(json(bureau.report()).path("values")))
                .isEqualTo(figures(bureau.totals().path("values")));
    }

    /** The aggregation-service's answers about the collection, to the byte. */
    private static List<String> read(Bureau bureau) {
        return Stream.of("", "/indicators/1.1", "/by-kind", "/progress", "/findings")
                .map(part -> "/v1/totals/%s%s".formatted(bureau.sample().code(), part))
                .map(path -> bureau.to(Service.AGGREGATION).get(path).asString())
                .toList();
    }
}
