package gongkai.aggregation.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outbox as its relay sees it: a queue behind a lock, on one connection. */
class OutboxQueue implements AutoCloseable {

    /**
     * Why a collection is to be told.
     *
     * @param traceparent of the request that changed it; null for none
     * @param again not because it has changed, but because the log is new: then consumers can tell what they have lost, or we have
     */
    record Mark(String traceparent, boolean again) {}

    /** Any number will do that no other lock of this database uses. */
    private static final long RELAY = 0x6f7574626f78L;

    private static final String LOCK = "select pg_try_advisory_lock(?)";

    private static final String UNLOCK = "select pg_advisory_unlock(?)";

    private static final String FIRST = """
            select collection, traceparent, again
            from outbox
            order by place
            limit ?
            """;

    private static final String TOLD = "select from outbox_log where log = ?";

    /** Marks raised meanwhile stay raised. */
    private static final String TELL_AGAIN = """
            with told as (
              insert into outbox_log (log) values (?))
            insert into outbox (collection, revision, again)
            select code, revision, true
            from collection
            where revision > 0
            order by code
            on conflict (collection) do update set again = true
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

    /** The collections that were marked first. */
    Map<String, Mark> first(int most) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setInt(1, most);
            Map<String, Mark> collections = new LinkedHashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    collections.put(
                            rows.getString("collection"),
                            new Mark(rows.getString("traceparent"), rows.getBoolean("again")));
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

    /** Whether this log was told everything. */
    boolean isTold(String log) throws SQLException {
        try (var statement = connection.prepareStatement(TOLD)) {
            statement.setString(1, log);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** From now on this log is told, and that beginning with everything. */
    void tellAgain(String log) throws SQLException {
        try (var statement = connection.prepareStatement(TELL_AGAIN)) {
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
