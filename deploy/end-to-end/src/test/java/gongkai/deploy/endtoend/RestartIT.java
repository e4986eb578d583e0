package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.deploy.local.DataDirectory;
import io.restassured.response.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link BackupIT} starts on data that were restored, the faults on data that a power cut left. */
@Tag("thorough")
class RestartIT {

    private static final String COLLECTION = "restarted-2018";

    @TempDir
    Path directory;

    @Test
    void a_platform_that_starts_again_on_its_data_shows_the_same_report() {
        Response before;
        try (var data = DataDirectory.keptAt(directory);
                var platform = SharedPlatform.start(data)) {
            var bureau = Bureau.reporting(platform, COLLECTION);
            bureau.openCollection();
            bureau.submitAll();
            bureau.awaitEveryUnitCounted();
            bureau.publish();
            before = bureau.report();
        }

        try (var data = DataDirectory.keptAt(directory);
                var platform = SharedPlatform.start(data)) {
            var bureau = Bureau.reporting(platform, COLLECTION);

            Response after = bureau.report();

            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.asByteArray()).isEqualTo(before.asByteArray());
            assertThat(after.header("ETag")).isNotBlank().isEqualTo(before.header("ETag"));
            assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
        }
    }
}
