package gongkai.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A real PostgreSQL cluster, as processes of its own, with one database a service. */
public final class LocalPostgres implements AutoCloseable {

    public static final String USER = "postgres";

    private static final List<String> DATABASES = List.of("submission", "aggregation", "publication");

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the cluster and creates the databases where they are missing.
     *
     * @param directory keeps the cluster: created when it is new, continued when it is not
     * @param port where clients connect, on the loopback address only
     */
    public static LocalPostgres start(Path directory, int port) {
        try {
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // The library's own defaults trade durability for speed; what we acknowledge must survive a crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
            var postgres = new LocalPostgres(server);
            postgres.createDatabases();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not start in " + directory, e);
        }
    }

    /** Where a service finds its database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
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
