package gongkai.deploy.endtoend;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** Databases as they were: kept at one moment, and put back later. */
record Moments(Platform platform, Path data) {

    private static final int LINE_OF_THE_PORT = 3;

    /** Keeps these services' databases as they are now. */
    void keep(Service... services) {
        Stream.of(services).forEach(platform::stop);
        for (Service service : services) {
            String database = database(service);
            execute("drop database if exists %s_then".formatted(database));
            execute("create database %s_then template %s".formatted(database, database));
        }
        Stream.of(services).forEach(platform::start);
    }

    /** Puts these services' databases back as they were. */
    void setBack(Service... services) {
        Stream.of(services).forEach(platform::stop);
        Stream.of(services).forEach(this::replace);
        Stream.of(services).forEach(platform::start);
    }

    /** The same for a service that is stopped. */
    void replace(Service service) {
        String database = database(service);
        execute("drop database %s with (force)".formatted(database));
        execute("create database %s template %s_then owner %s_owner".formatted(database, database, database));
    }

    private static String database(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    private void execute(String sql) {
        try {
            String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                    .get(LINE_OF_THE_PORT);
            String password = Files.readString(data.resolve("postgresql-passwords/postgres"));
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), "postgres", password);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses " + sql, e);
        }
    }
}
