package gongkai.publication.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The outbox as its relay sees it: a queue behind a lock, on one connection. */
class OutboxQueue implements AutoCloseable {

    /** An event as it stands in the outbox. */
    record Entry(
            long id, String report, String key, String type, String payload, String traceparent, Instant createdAt) {}

    /** Any number will do that no other lock of this database uses. */
    private static final long RELAY = 0x6f7574626f78L;

    private static final String LOCK = "select pg_try_advisory_lock(?)";

    private static final String UNLOCK = "select pg_advisory_unlock(?)";

    private static final String FIRST = """
            select id, report, key, type, payload, traceparent, created_at
            from outbox
            where due_at <= ?
            order by due_at, id
            limit ?
            """;

    private static final String REMOVE = "delete from outbox where id = any (?)";

    private static final String TOLD = "select from outbox_log where log = ?";

    private static final String REMEMBER = "insert into outbox_log (log) values (?)";

    private final Connection connection;
    private boolean locked;

    OutboxQueue(Connection connection) {
        this.connection = connection;
    }

    /** Whether the queue is ours until we close it or lose the connection. */
    boolean lock() throws SQLException {
        locked = call(LOCK);
        return locked;
    }

    /** Those that are due, earliest first. */
    List<Entry> first(int most, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setInt(2, most);
            List<Entry> entries = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong("id"),
                            rows.getString("report"),
                            rows.getString("key"),
                            rows.getString("type"),
                            rows.getString("payload"),
                            rows.getString("traceparent"),
                            rows.getObject("created_at", Timestamp.class).toInstant()));
                }
            }
            return entries;
        }
    }

    void remove(List<Entry> entries) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE)) {
            Object[] ids = entries.stream().map(Entry::id).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    /** Whether this log was told everything. */
    boolean isTold(String log) throws SQLException {
        try (var statement = connection.prepareStatement(TOLD)) {
            statement.setString(1, log);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** This log was told everything. */
    void remember(String log) throws SQLException {
        try (var statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, log);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        if (locked) {
            call(UNLOCK);
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
