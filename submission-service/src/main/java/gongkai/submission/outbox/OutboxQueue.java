package gongkai.submission.outbox;

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
            long id,
            String collection,
            String key,
            String type,
            String payload,
            String traceparent,
            Instant createdAt) {}

    /** Any number will do that no other lock of this database uses. */
    private static final long RELAY = 0x6f7574626f78L;

    private static final String LOCK = "select pg_try_advisory_lock(?)";

    private static final String UNLOCK = "select pg_advisory_unlock(?)";

    private static final String FIRST = """
            select id, collection, key, type, payload, traceparent, created_at
            from outbox
            order by id
            limit ?
            """;

    private static final String REMOVE = "delete from outbox where id = any (?)";

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

    List<Entry> first(int most) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setInt(1, most);
            List<Entry> entries = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong("id"),
                            rows.getString("collection"),
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
