package gongkai.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL cluster, as processes of its own, with one database a service. */
public final class LocalPostgres implements AutoCloseable {

    public static final String USER = "postgres";

    /** Recovery after a crash, on a busy machine. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private static final List<String> DATABASES = List.of("submission", "aggregation", "publication");

    /** The library asks politely for five seconds and then leaves it running; we do not. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;

    private LocalPostgres(EmbeddedPostgres server, ProcessHandle postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /**
     * Starts the cluster and creates the databases where they are missing; it ends with this JVM at the latest.
     *
     * @param directory keeps the cluster: created when it is new, continued when it is not
     * @param port where clients connect, on the loopback address only
     */
    public static LocalPostgres start(Path directory, int port) {
        return start(directory, EmbeddedPostgres.builder().setPort(port));
    }

    /**
     * Starts the cluster as one part of a platform, which will close it after the services that use it.
     *
     * @param log takes what PostgreSQL says
     * @param binaries keeps its programs, unpacked; the library's own place in /tmp could be another user's
     */
    static LocalPostgres start(Path directory, int port, Path log, Path binaries) {
        return start(
                directory,
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setRegisterShutdownHook(false)
                        .setOverrideWorkingDirectory(binaries.toFile())
                        .setErrorRedirector(Redirect.appendTo(log.toFile()))
                        .setOutputRedirector(Redirect.appendTo(log.toFile())));
    }

    private static LocalPostgres start(Path directory, EmbeddedPostgres.Builder builder) {
        try {
            var server = builder.setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(STARTUP)
                    // Text sorts the same on every machine, whatever language the machine speaks.
                    .setLocaleConfig("locale", "C")
                    // The library's own defaults trade durability for speed; what we acknowledge must survive a crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    // Clients come over TCP; a socket file in /tmp could be another user's.
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            return ready(server, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not start in " + directory, e);
        }
    }

    private static LocalPostgres ready(EmbeddedPostgres server, Path directory) throws IOException {
        try {
            var postgres = new LocalPostgres(server, postmaster(directory));
            postgres.createDatabases();
            return postgres;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where a service finds its database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    /** The process that all of PostgreSQL's others descend from. */
    ProcessHandle postmaster() {
        return postmaster;
    }

    @Override
    public void close() {
        try {
            server.close();
            postmaster
                    .onExit()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (IOException | CompletionException e) {
            postmaster.destroyForcibly();
            throw new IllegalStateException("PostgreSQL did not stop and had to be killed", e);
        }
    }

    /** Ends it as a power cut would: kill -9 for each of its processes. */
    void kill() {
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        try {
            // Nothing is left to stop, which the library logs as an error; but it lets go of the folder, for the next
            // start.
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of PostgreSQL stays locked", e);
        }
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
    }

    private void createDatabases() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var exists = connection.prepareStatement("select from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            for (String database : DATABASES) {
                exists.setString(1, database);
                try (var found = exists.executeQuery()) {
                    if (!found.next()) {
                        statement.execute("create database " + database);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not create the services' databases", e);
        }
    }
}
