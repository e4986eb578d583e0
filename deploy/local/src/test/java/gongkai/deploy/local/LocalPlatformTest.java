package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {

    @TempDir
    Path directory;

    @Test
    void postgres_syncs_what_it_acknowledges_and_keeps_it_across_a_restart() throws Exception {
        try (var postgres = LocalPostgres.start(directory.resolve("postgresql"), FreePort.any());
                var connection = DriverManager.getConnection(postgres.asOwner("submission"));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (value int); insert into kept values (21)");
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                var answer = statement.executeQuery("show " + setting);
                answer.next();
                assertThat(answer.getString(1)).as(setting).isEqualTo("on");
            }
        }

        try (var postgres = LocalPostgres.start(directory.resolve("postgresql"), FreePort.any());
                var connection = DriverManager.getConnection(postgres.asOwner("submission"));
                var statement = connection.createStatement()) {
            var answer = statement.executeQuery("select value from kept");
            answer.next();
            assertThat(answer.getInt(1)).isEqualTo(21);
        }
    }

    @Test
    void nobody_connects_without_a_password_nor_a_service_to_anothers_database() {
        try (var postgres = LocalPostgres.start(directory.resolve("postgresql"), FreePort.any())) {
            String submission = postgres.asService("submission");

            assertThatCode(() -> DriverManager.getConnection(submission).close())
                    .doesNotThrowAnyException();
            for (String refused : new String[] {
                submission.replaceAll("&password=.*", ""),
                submission.replaceAll("\\?.*", "?user=postgres"),
                submission.replace("/submission?", "/aggregation?")
            }) {
                assertThatExceptionOfType(SQLException.class)
                        .as(refused)
                        .isThrownBy(() -> DriverManager.getConnection(refused).close());
            }
        }
    }

    @Test
    void kafka_starts_twice_in_the_same_folder() {
        int port = FreePort.any();
        Path folder = directory.resolve("a 文件夹 of any name");
        LocalKafka.start(folder, port).close();

        try (var kafka = LocalKafka.start(folder, port)) {
            assertThat(kafka.bootstrapServers()).endsWith(":" + port);
        }
    }
}
