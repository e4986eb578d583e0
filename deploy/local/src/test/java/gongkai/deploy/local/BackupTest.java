package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/backup} and {@code deploy/restore} on a PostgreSQL alone. */
class BackupTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void theRepositoryIsHere() {
        System.setProperty("gongkai.home", "../..");
    }

    @Test
    void any_moment_since_the_first_backup_is_restored() throws Exception {
        var inBetween = new AtomicReference<Instant>();
        running("original", connection -> {
            execute(connection, "create table word (word text)");
            execute(connection, "insert into word values ('before')");
            Files.writeString(folder.resolve("original/some-key.json"), "secret");
            assertThat(backup()).isZero();
            execute(connection, "insert into word values ('between')");
            inBetween.set(now(connection));
            execute(connection, "insert into word values ('after')");
            assertThat(backup()).isZero();
            // More than a segment of the log, so that pieces become whole ones.
            execute(
                    connection,
                    "insert into word select repeat(gen_random_uuid()::text, 40) from generate_series(1, 20000)");
            execute(connection, "delete from word where length(word) > 20");
            assertThat(backup()).isZero();
        });

        assertThat(Restore.run(
                        backupFolder(),
                        "--to",
                        path("between"),
                        "--at",
                        inBetween.get().toString()))
                .isZero();
        assertThat(Restore.run(backupFolder(), "--to", path("latest"))).isZero();

        assertThat(words("between")).containsExactly("before", "between");
        assertThat(words("latest")).containsExactly("before", "between", "after");
        assertThat(bases()).hasSize(1);
        Path key = folder.resolve("latest/some-key.json");
        assertThat(key).hasContent("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_restored_can_be_backed_up_beside_what_it_was_restored_from() throws Exception {
        running("original", connection -> {
            execute(connection, "create table word (word text)");
            assertThat(backup()).isZero();
        });
        assertThat(Restore.run(backupFolder(), "--to", path("second"))).isZero();
        running("second", connection -> {
            execute(connection, "insert into word values ('in the second')");
            assertThat(Backup.run(backupFolder(), "--data", path("second"))).isZero();
        });

        assertThat(Restore.run(backupFolder(), "--to", path("third"))).isZero();

        assertThat(bases()).hasSize(2);
        assertThat(words("third")).containsExactly("in the second");
    }

    @Test
    void nothing_is_restored_from_a_spoiled_backup_over_what_is_there_or_as_of_a_moment_that_is_not_known()
            throws Exception {
        running("original", connection -> assertThat(backup()).isZero());

        assertThat(Restore.run(backupFolder(), "--to", path("new"), "--at", "2001-01-01T00:00:00Z"))
                .isNotZero();
        assertThat(Restore.run(backupFolder(), "--to", path("new"), "--at", "2101-01-01T00:00:00Z"))
                .isNotZero();
        assertThat(Restore.run(backupFolder(), "--to", path("original"))).isNotZero();
        spoil(bases().get(0).resolve("log"));
        assertThat(Restore.run(backupFolder(), "--to", path("new"))).isNotZero();

        assertThat(folder.resolve("new")).doesNotExist();
    }

    private static void spoil(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void a_postgresql_of_ones_own_is_copied_by_its_address_and_brings_itself_to_the_moment() throws Exception {
        running("original", connection -> {
            execute(connection, "create table word (word text)");
            execute(connection, "insert into word values ('here')");
            String address = LocalPostgres.administration(folder.resolve("original/postgresql"));
            assertThat(Backup.run(backupFolder(), "--database", address)).isZero();
        });

        assertThat(Restore.run(backupFolder(), "--to", path("elsewhere"))).isZero();

        assertThat(folder.resolve("elsewhere/postgresql/recovery.signal")).exists();
        FileUtils.copyDirectory(
                folder.resolve("original/postgresql-passwords").toFile(),
                folder.resolve("elsewhere/postgresql-passwords").toFile());
        new Recovery(
                        folder.resolve("elsewhere/postgresql"),
                        folder.resolve("elsewhere/logs/postgresql.log"),
                        Path.of("target/postgresql-binaries"))
                .run();
        assertThat(words("elsewhere")).containsExactly("here");
    }

    private int backup() {
        return Backup.run(backupFolder(), "--data", path("original"));
    }

    private String backupFolder() {
        return path("backup");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<Path> bases() throws IOException {
        try (Stream<Path> bases = Files.list(folder.resolve("backup"))) {
            return bases.toList();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    private void running(String name, Work work) throws SQLException, IOException {
        Path cluster = folder.resolve(name).resolve("postgresql");
        LocalPostgres postgres = LocalPostgres.start(cluster, FreePort.any());
        try (var connection = DriverManager.getConnection(LocalPostgres.administration(cluster))) {
            work.on(connection);
        } finally {
            postgres.close();
        }
    }

    private List<String> words(String name) throws SQLException, IOException {
        var found = new ArrayList<String>();
        running(name, connection -> {
            try (var statement = connection.prepareStatement("select word from word");
                    var words = statement.executeQuery()) {
                while (words.next()) {
                    found.add(words.getString(1));
                }
            }
        });
        return found;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
