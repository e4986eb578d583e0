package gongkai.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a cluster that was copied from a backup bring itself to the moment that its settings name, and stops it.
 *
 * @param log takes what PostgreSQL says
 */
record Recovery(Path cluster, Path log, Path binaries) {

    /** The log of a long time. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private static final String IS_OVER = "select where not pg_is_in_recovery()";

    void run() {
        Optional<EmbeddedPostgres> server = start();
        try (var connection = DriverManager.getConnection(LocalPostgres.administration(cluster));
                var question = connection.prepareStatement(IS_OVER)) {
            Await.answer("the recovery; see " + log, PATIENCE, () -> isOver(question));
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            stop(server);
        }
    }

    /** The library gives up before the log of a long time has been gone through; PostgreSQL does not. */
    private Optional<EmbeddedPostgres> start() {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()));
        try {
            return Optional.of(LocalPostgres.configured(cluster, builder).start());
        } catch (IOException | RuntimeException e) {
            if (!isRunning()) {
                throw failed(e);
            }
            Await.answer("PostgreSQL to answer; see " + log, PATIENCE, this::answers);
            return Optional.empty();
        }
    }

    private boolean isRunning() {
        return Files.exists(cluster.resolve(LocalPostgres.RUNNING));
    }

    private Optional<Boolean> answers() {
        if (!isRunning()) {
            throw failed(null);
        }
        try (var connection = DriverManager.getConnection(LocalPostgres.administration(cluster))) {
            return Optional.of(connection.isReadOnly());
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> isOver(PreparedStatement question) {
        try (var answer = question.executeQuery()) {
            return answer.next() ? Optional.of(true) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not say whether it has recovered", e);
        }
    }

    private void stop(Optional<EmbeddedPostgres> server) {
        try {
            if (server.isPresent()) {
                server.get().close();
            } else {
                ProcessHandle postmaster = LocalPostgres.postmaster(cluster);
                postmaster.destroy();
                postmaster.onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in %s does not stop".formatted(cluster), e);
        }
    }

    private CannotRun failed(Exception why) {
        return new CannotRun(
                "PostgreSQL could not recover. The end of %s:%n%s".formatted(log, ChildProcess.lastWords(log)), why);
    }
}
