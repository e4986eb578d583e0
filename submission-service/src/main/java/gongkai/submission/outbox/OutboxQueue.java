package gongkai.submission.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private static final String POSITIONS = "select partition, next_offset from outbox_position where log = ?";

    private static final String ADVANCE = """
            insert into outbox_position (partition, log, next_offset)
            select partition, ?, next_offset
            from unnest(?, ?) as told (partition, next_offset)
            on conflict (partition) do update set log = excluded.log, next_offset = excluded.next_offset
            """;

    /** In one round trip with the positions, and one write to the disk. */
    private static final String REMOVE = "with told as (" + ADVANCE + ") delete from outbox where id = any (?)";

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

    /**
     * They are told.
     *
     * @param next where the log goes on after them, by partition
     */
    void remove(List<Entry> entries, String log, Map<Integer, Long> next) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE)) {
            setPositions(statement, log, next);
            Object[] ids = entries.stream().map(Entry::id).toArray();
            statement.setArray(4, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    /** How far this log holds what we know that we told, by partition; nothing where we told it nothing. */
    Map<Integer, Long> positions(String log) throws SQLException {
        try (var statement = connection.prepareStatement(POSITIONS)) {
            statement.setString(1, log);
            Map<Integer, Long> positions = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt("partition"), rows.getLong("next_offset"));
                }
            }
            return positions;
        }
    }

    /** Up to here the log holds what we know. */
    void advance(String log, Map<Integer, Long> next) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            setPositions(statement, log, next);
            statement.executeUpdate();
        }
    }

    private void setPositions(PreparedStatement statement, String log, Map<Integer, Long> next) throws SQLException {
        List<Integer> partitions = List.copyOf(next.keySet());
        Object[] offsets = partitions.stream().map(next::get).toArray();
        statement.setString(1, log);
        statement.setArray(2, connection.createArrayOf("int", partitions.toArray()));
        statement.setArray(3, connection.createArrayOf("bigint", offsets));
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
