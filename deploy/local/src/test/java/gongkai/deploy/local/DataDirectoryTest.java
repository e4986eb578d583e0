package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void a_second_run_in_the_same_folder_is_refused_until_the_first_has_ended() {
        try (var first = DataDirectory.keptAt(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertThatExceptionOfType(CannotRun.class)
                    .isThrownBy(() -> DataDirectory.keptAt(folder))
                    .withMessageContaining("in use");
        }

        DataDirectory.keptAt(folder).close();
    }

    @Test
    void what_is_kept_stays_and_what_is_temporary_goes() throws IOException {
        try (var kept = DataDirectory.keptAt(folder.resolve("made/when/missing"))) {
            Files.writeString(kept.log("kafka"), "kept");
        }
        Path gone;
        try (var temporary = DataDirectory.temporary()) {
            Files.writeString(temporary.log("kafka"), "gone");
            gone = temporary.path();
        }

        assertThat(folder.resolve("made/when/missing/logs/kafka.log")).hasContent("kept");
        assertThat(gone).doesNotExist();
    }

    @Test
    void after_a_failure_a_temporary_folder_keeps_its_logs_and_nothing_else() throws IOException {
        Path left;
        try (var temporary = DataDirectory.temporary()) {
            Files.writeString(temporary.log("kafka"), "why");
            Files.createDirectories(temporary.kafka());
            temporary.keepLogs();
            left = temporary.path();
        }

        assertThat(left.resolve("logs/kafka.log")).hasContent("why");
        assertThat(left.resolve("kafka")).doesNotExist();
        FileUtils.deleteDirectory(left.toFile());
    }

    @Test
    void a_folder_from_before_the_databases_had_passwords_is_refused_with_advice() throws IOException {
        Path clients = Files.createDirectories(folder.resolve("postgresql")).resolve("pg_hba.conf");
        Files.writeString(clients, """
                # "trust" is for nobody
                host    all             all             127.0.0.1/32            trust
                """);

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> DataDirectory.keptAt(folder))
                .withMessageContaining("earlier version")
                .withMessageContaining("--data DIR");
        Files.writeString(clients, "host all all 127.0.0.1/32 scram-sha-256");
        DataDirectory.keptAt(folder).close();
    }

    @Test
    void a_path_that_is_not_a_folder_is_refused_with_advice() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> DataDirectory.keptAt(file.resolve("data")))
                .withMessageContaining("--data DIR");
    }
}
