package gongkai.aggregation.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outbox as its relay sees it: a queue behind a lock, on one connection. */
class OutboxQueue implements AutoCloseable {

    /** Any number will do that no other lock of this database uses. */
    private static final long RELAY = 0x6f7574626f78L;

    private static final String LOCK = "select pg_try_advisory_lock(?)";

    private static final String UNLOCK = "select pg_advisory_unlock(?)";

    private static final String FIRST = """
            select collection, traceparent
            from outbox
            order by place
            limit ?
            """;

    /** A mark that was raised while its event was on its way stays, for the event did not tell of that. */
    private static final String REMOVE = """
            delete from outbox
            using unnest(?, ?) as told (collection, revision)
            where outbox.collection = told.collection and outbox.revision <= told.revision
            """;

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

    /** The collections that were marked first, each with its trace; null for none. */
    Map<String, String> first(int most) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setInt(1, most);
            Map<String, String> collections = new LinkedHashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    collections.put(rows.getString("collection"), rows.getString("traceparent"));
                }
            }
            return collections;
        }
    }

    void remove(List<? extends OutboundEvent> told) throws SQLException {
        Object[] collections = told.stream().map(OutboundEvent::collection).toArray();
        Object[] revisions = told.stream().map(OutboundEvent::revision).toArray();
        try (var statement = connection.prepareStatement(REMOVE)) {
            statement.setArray(1, connection.createArrayOf("text", collections));
            statement.setArray(2, connection.createArrayOf("bigint", revisions));
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
