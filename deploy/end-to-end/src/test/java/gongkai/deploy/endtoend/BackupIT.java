package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/backup} while a platform is in use, and {@code deploy/restore} to other folders. */
class BackupIT {

    private static final Duration FLOW = Duration.ofSeconds(60);

    private static final String COLLECTION = "kept-2018";

    @TempDir
    Path folder;

    /** What the platform says, to the byte. */
    private record Picture(List<String> answers) {

        static Picture of(Bureau bureau) {
            String collection = "/v1/collections/" + COLLECTION;
            return new Picture(Stream.concat(
                            Stream.of("/totals", "/totals/1.1", "/progress")
                                    .map(path -> read(bureau, Service.AGGREGATION, collection + path)),
                            Stream.of(
                                            "/v1/reports/" + COLLECTION + "/editions/1",
                                            "/v1/reports/" + COLLECTION + "/editions/1/signature",
                                            "/.well-known/jwks.json")
                                    .map(path -> read(bureau, Service.PUBLICATION, path)))
                    .toList());
        }

        private static String read(Bureau bureau, Service service, String path) {
            var answer = bureau.to(service).accept("*/*").get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.asString();
        }
    }

    @Test
    void what_is_restored_elsewhere_shows_the_same_to_the_byte_as_of_any_moment_and_goes_on_from_there() {
        Picture between;
        Picture latest;
        Instant moment;
        try (var data = DataDirectory.keptAt(folder.resolve("original"));
                var platform = SharedPlatform.start(data)) {
            Bureau bureau = bureau(platform);
            bureau.openCollection();
            bureau.submitAll();
            bureau.awaitEveryUnitCounted();
            bureau.publish();
            deploy("backup", "backup", "--data", "original");
            correct(bureau, 2);
            between = Picture.of(bureau);
            moment = Instant.now();
            correct(bureau, 3);
            latest = Picture.of(bureau);
            deploy("backup", "backup", "--data", "original");
        }

        deploy("restore", "backup", "--to", "between", "--at", moment.toString());
        deploy("restore", "backup", "--to", "latest");

        try (var data = DataDirectory.keptAt(folder.resolve("between"));
                var platform = SharedPlatform.start(data)) {
            Bureau bureau = bureau(platform);
            assertThat(Picture.of(bureau)).isEqualTo(between);
            correct(bureau, 3);
            assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
        }
        try (var data = DataDirectory.keptAt(folder.resolve("latest"));
                var platform = SharedPlatform.start(data)) {
            assertThat(Picture.of(bureau(platform))).isEqualTo(latest);
        }
    }

    private static Bureau bureau(Platform platform) {
        return Bureau.reporting(platform, COLLECTION);
    }

    /** A unit reports once more, and it is counted. */
    private static void correct(Bureau bureau, long revision) {
        bureau.correct("street-1");
        await("revision " + revision)
                .atMost(FLOW)
                .untilAsserted(() -> assertThat(json(bureau.to(Service.AGGREGATION)
                                        .get("/v1/collections/%s/totals/1.1".formatted(COLLECTION)))
                                .path("contributions")
                                .findValuesAsText("revision"))
                        .contains(Long.toString(revision)));
    }

    private void deploy(String command, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(SharedPlatform.HOME.root().resolve("deploy").resolve(command).toString());
        words.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
