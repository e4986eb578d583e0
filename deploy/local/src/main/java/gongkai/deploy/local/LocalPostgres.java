package gongkai.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL cluster, as processes of its own, with one database a service, and two roles a database: its owner, who makes
 * the tables, and the one that the service runs as. Their passwords stand beside the cluster.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /** Recovery after a crash, on a busy machine. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    /** PostgreSQL's own file, there while it runs. */
    static final String RUNNING = "postmaster.pid";

    /** The line with the port. */
    private static final int PORT_LINE = 3;

    private static final List<String> DATABASES = List.of("submission", "aggregation", "publication");

    /** The library asks politely for five seconds and then leaves it running; we do not. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final Passwords passwords;

    private LocalPostgres(EmbeddedPostgres server, ProcessHandle postmaster, Passwords passwords) {
        this.server = server;
        this.postmaster = postmaster;
        this.passwords = passwords;
    }

    /**
     * Starts the cluster and creates the databases where they are missing; it ends with this JVM at the latest.
     *
     * @param directory keeps the cluster: created when it is new, continued when it is not
     * @param port where clients connect, on the loopback address only
     */
    public static LocalPostgres start(Path directory, int port) {
        return start(directory, port, Map.of());
    }

    /** @param settings of PostgreSQL's own, besides ours */
    public static LocalPostgres start(Path directory, int port, Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder().setPort(port);
        settings.forEach(builder::setServerConfig);
        return start(directory, builder);
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

    /** A running cluster, as its administrator reaches it with JDBC. */
    static String administration(Path directory) {
        int port = Integer.parseInt(postmasterFile(directory).get(PORT_LINE));
        return as(SUPERUSER, url(port, "postgres"), passwords(directory));
    }

    private static LocalPostgres start(Path directory, EmbeddedPostgres.Builder builder) {
        try {
            return ready(configured(directory, builder).start(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not start in " + directory, e);
        }
    }

    /** As every cluster of ours is started. */
    static EmbeddedPostgres.Builder configured(Path directory, EmbeddedPostgres.Builder builder) {
        Passwords passwords = passwords(directory);
        return builder.setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(STARTUP)
                // Text sorts the same on every machine, whatever language the machine speaks.
                .setLocaleConfig("locale", "C")
                // The library would trust every connection. These, too, are options of initdb, where it lets us add
                // some.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwords.file(SUPERUSER).toString())
                .setConnectConfig("password", passwords.of(SUPERUSER))
                // The library's own defaults trade durability for speed; what we acknowledge must survive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                // Clients come over TCP; a socket file in /tmp could be another user's.
                .setServerConfig("unix_socket_directories", "")
                // For a backup that nobody goes on with, PostgreSQL does not keep its log until the disk is full.
                .setServerConfig("max_slot_wal_keep_size", "4GB");
    }

    private static LocalPostgres ready(EmbeddedPostgres server, Path directory) throws IOException {
        try {
            var postgres = new LocalPostgres(server, postmaster(directory), passwords(directory));
            postgres.createDatabases();
            return postgres;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The passwords of a cluster's roles. */
    static Passwords passwords(Path directory) {
        return Passwords.keptIn(directory.resolveSibling(directory.getFileName() + "-passwords"));
    }

    /**
     * The databases of a cluster that some process of this machine runs, by their names, as their owners reach them with JDBC.
     *
     * @param directory that keeps the cluster
     */
    static Map<String, String> running(Path directory) {
        Passwords passwords = passwords(directory);
        int port = Integer.parseInt(postmasterFile(directory).get(PORT_LINE));
        var databases = new LinkedHashMap<String, String>();
        DATABASES.forEach(database -> databases.put(database, as(owner(database), url(port, database), passwords)));
        return databases;
    }

    /** A service's settings for its database. */
    public Map<String, String> settings(String database) {
        return settings(database, server.getPort());
    }

    /** @param port by which the service comes, where that is not straight */
    Map<String, String> settings(String database, int port) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url(port, database),
                "quarkus.datasource.password",
                passwords.of(service(database)),
                "quarkus.flyway.password",
                passwords.of(owner(database)));
    }

    /** A database as its owner reaches it with JDBC. */
    public String asOwner(String database) {
        return as(owner(database), url(database), passwords);
    }

    /** A database as the service reaches it with JDBC. */
    public String asService(String database) {
        return as(service(database), url(database), passwords);
    }

    static String owner(String database) {
        return database + "_owner";
    }

    private static String service(String database) {
        return database + "_service";
    }

    private static String as(String role, String url, Passwords passwords) {
        return "%s?user=%s&password=%s".formatted(url, role, passwords.of(role));
    }

    private String url(String database) {
        return url(server.getPort(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
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

    /** Those that there are now: each connection has one. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Ends it as a power cut would: kill -9 for each of its processes. */
    void kill() {
        List<ProcessHandle> processes = processes();
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

    private static List<String> postmasterFile(Path directory) {
        try {
            return Files.readAllLines(directory.resolve(RUNNING));
        } catch (IOException e) {
            throw new CannotRun("No PostgreSQL runs in " + directory, e);
        }
    }

    static ProcessHandle postmaster(Path directory) {
        long pid = Long.parseLong(postmasterFile(directory).get(0));
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
    }

    private void createDatabases() {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            for (String database : DATABASES) {
                createDatabase(connection, database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not create the services' databases", e);
        }
    }

    private void createDatabase(Connection connection, String database) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String role : List.of(owner(database), service(database))) {
                if (isMissing(connection, "select from pg_roles where rolname = ?", role)) {
                    statement.execute("create role %s login password '%s'".formatted(role, passwords.of(role)));
                }
            }
            if (isMissing(connection, "select from pg_database where datname = ?", database)) {
                statement.execute("create database %s owner %s".formatted(database, owner(database)));
            }
            statement.execute("revoke all on database %s from public".formatted(database));
            statement.execute("grant connect on database %s to %s".formatted(database, service(database)));
        }
    }

    private static boolean isMissing(Connection connection, String question, String name) throws SQLException {
        try (var exists = connection.prepareStatement(question)) {
            exists.setString(1, name);
            try (var found = exists.executeQuery()) {
                return !found.next();
            }
        }
    }
}
