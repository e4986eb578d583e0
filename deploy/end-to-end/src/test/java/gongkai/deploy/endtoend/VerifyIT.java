package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/verify} on files that were fetched from a published report. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {

    private record Answer(int status, String said) {}

    @TempDir
    Path folder;

    private final Bureau bureau;
    private byte[] document;

    VerifyIT(Platform platform) {
        bureau = Bureau.reporting(platform, "verified-2018");
    }

    @BeforeAll
    void a_report_is_published() {
        bureau.openCollection();
        bureau.submitAll();
        bureau.awaitEveryUnitCounted();
        bureau.publish();
    }

    @BeforeEach
    void it_is_fetched() throws IOException {
        String edition = "/v1/reports/%s/editions/1".formatted(bureau.sample().code());
        document = fetched(edition);
        write("edition.json", document);
        write("edition.json.jws", fetched(edition + "/signature"));
        write("jwks.json", fetched("/.well-known/jwks.json"));
    }

    private byte[] fetched(String path) {
        return bureau.to(Service.PUBLICATION).accept("*/*").get(path).asByteArray();
    }

    @Test
    void an_edition_as_it_was_published_is_found_to_be_so() throws Exception {
        Answer answer = verify("edition.json");

        assertThat(answer.status).as(answer.said).isZero();
        assertThat(answer.said).contains("is as it was published");
    }

    @Test
    void a_figure_that_was_changed_is_named() throws Exception {
        write("edition.json", changed("\"value\":75", "\"value\":76"));

        Answer answer = verify("edition.json");

        assertThat(answer.status).as(answer.said).isEqualTo(3);
        assertThat(answer.said).contains("changed: /figures/0 (1.1)").contains("changed: /figures/4 (1.2.2)");
    }

    @Test
    void a_paragraph_that_was_changed_is_named() throws Exception {
        write("edition.json", changed("75条，全部发布", "175条，全部发布"));

        assertThat(verify("edition.json").said).contains("changed: /narrative/1 (二、主动公开政府信息情况)");
    }

    @Test
    void what_was_removed_is_named() throws Exception {
        write("edition.json", changed("\"omissions\":[],", ""));

        assertThat(verify("edition.json").said).contains("changed: /omissions is missing");
    }

    private byte[] changed(String from, String to) {
        String text = new String(document, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private Answer verify(String file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(SharedPlatform.HOME.root().resolve("deploy/verify").toString(), file));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }
}
