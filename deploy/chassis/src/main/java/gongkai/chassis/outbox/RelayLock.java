package gongkai.chassis.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Leadership of the relay: an advisory lock of PostgreSQL, held until it is closed or the connection is lost. */
class RelayLock implements AutoCloseable {

    /** An arbitrary number that no other lock of the database uses. */
    private static final long RELAY = 0x6f7574626f78L;

    private final Connection connection;
    private boolean acquired;

    RelayLock(Connection connection) {
        this.connection = connection;
    }

    boolean tryAcquire() throws SQLException {
        acquired = call("select pg_try_advisory_lock(?)");
        return acquired;
    }

    @Override
    public void close() throws SQLException {
        if (acquired) {
            call("select pg_advisory_unlock(?)");
        }
    }

    private boolean call(String function) throws SQLException {
        try (var statement = connection.prepareStatement(function)) {
            statement.setLong(1, RELAY);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
