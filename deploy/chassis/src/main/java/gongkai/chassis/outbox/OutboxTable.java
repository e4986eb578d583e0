package gongkai.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The default store: a queue in the table {@code outbox}, to which {@link Outbox} appends. */
@ApplicationScoped
@DefaultBean
class OutboxTable implements OutboxStore {

    private static final String NEXT = """
            select id, partition_key, key, type, payload, headers, traceparent, created_at
            from outbox
            order by id
            limit ?
            """;

    private static final String REMOVE = "delete from outbox where id = any (?)";

    /** The count is bounded: after an outage of days there may be millions, and counting them takes seconds. */
    private static final String BACKLOG = """
            select
              (select count(*) from (select from outbox limit 100000) as first) as events,
              coalesce((
                select extract(epoch from now() - created_at)
                from outbox
                order by id
                limit 1), 0) as oldest
            """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Event<TopicRecreated> recreated;

    OutboxTable(ObjectMapper json, Event<TopicRecreated> recreated) {
        this.json = json;
        this.recreated = recreated;
    }

    @Override
    public List<OutboxRecord> next(Connection connection, int max) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, max);
            List<OutboxRecord> records = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(record(rows));
                }
            }
            return records;
        }
    }

    @Override
    public void remove(Connection connection, List<OutboxRecord> published) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE)) {
            Object[] ids =
                    published.stream().map(event -> Long.valueOf(event.id())).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    @Override
    public void republishAll(Connection connection) {
        recreated.fire(new TopicRecreated());
    }

    @Override
    public String backlogQuery() {
        return BACKLOG;
    }

    private OutboxRecord record(ResultSet row) throws SQLException {
        return new OutboxRecord(
                Long.toString(row.getLong("id")),
                row.getString("partition_key"),
                row.getString("key"),
                row.getString("type"),
                row.getString("payload").getBytes(UTF_8),
                row.getTimestamp("created_at").toInstant(),
                row.getString("traceparent"),
                headers(row.getString("headers")));
    }

    private Map<String, String> headers(String stored) {
        try {
            return json.readValue(stored, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds headers that are not a JSON object", e);
        }
    }
}
