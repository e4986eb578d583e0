package gongkai.chassis;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reaches the database as its owner, with rights that the service does not have. */
@Singleton
public class Owner {

    private final String url;
    private final String role;
    private final String password;

    Owner(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String role,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.role = role;
        this.password = password;
    }

    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    /** With role and password. */
    public String url() {
        return "%s?user=%s&password=%s".formatted(url, role, password);
    }

    public void execute(String sql) throws SQLException {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(String question) throws SQLException {
        try (var connection = getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
