package gongkai.aggregation.total;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.collection.CollectionState;
import gongkai.chassis.outbox.Outbox;
import gongkai.chassis.outbox.OutboxRecord;
import gongkai.chassis.outbox.OutboxStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/**
 * Marks the collections whose latest totals are not published yet. The relay creates the event when it publishes it, so a collection
 * that changes several times meanwhile is published once.
 */
@ApplicationScoped
class TotalsOutbox implements OutboxStore {

    private static final String MARK = """
            insert into totals_outbox (collection, revision)
            select mark.*
            from unnest(:collections, :revisions) as mark (collection, revision)
            order by collection
            on conflict (collection) do update set revision = excluded.revision
            """;

    private static final String TRACE = """
            update totals_outbox
            set traceparent = trace.traceparent
            from unnest(:collections, :traces) as trace (collection, traceparent)
            where totals_outbox.collection = trace.collection
            """;

    private static final String NEXT = """
            select collection, traceparent
            from totals_outbox
            order by place
            limit ?
            """;

    /** The totals, the roster and the submissions are read by several queries: all as of one moment. */
    private static final String OF_ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    /** A mark whose revision has moved on meanwhile stays: the published event does not hold that revision. */
    private static final String REMOVE = """
            delete from totals_outbox
            using unnest(?, ?) as published (collection, revision)
            where totals_outbox.collection = published.collection and totals_outbox.revision <= published.revision
            """;

    private static final String MARK_ALL = """
            insert into totals_outbox (collection, revision)
            select code, revision
            from collection
            where revision > 0
            order by code
            on conflict do nothing
            """;

    /** The count is bounded: after an outage of days there may be millions, and counting them takes seconds. */
    private static final String BACKLOG = """
            select
              (select count(*) from (select from totals_outbox limit 100000) as first) as events,
              coalesce((
                select extract(epoch from now() - marked_at)
                from totals_outbox
                order by place
                limit 1), 0) as oldest
            """;

    private final Session session;
    private final Snapshots snapshots;
    private final Outbox outbox;
    private final ObjectMapper json;

    TotalsOutbox(Session session, Snapshots snapshots, Outbox outbox, ObjectMapper json) {
        this.session = session;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Marks these collections in the caller's transaction: the change and its mark are committed together or not at all.
     *
     * @param revisions of their totals, each greater than that of an earlier mark
     */
    @Transactional(TxType.MANDATORY)
    public void mark(Map<String, Long> revisions) {
        List<String> collections = List.copyOf(revisions.keySet());
        session.createNativeMutationQuery(MARK)
                .setParameter("collections", collections.toArray(String[]::new))
                .setParameter(
                        "revisions", collections.stream().map(revisions::get).toArray(Long[]::new))
                .executeUpdate();
        outbox.wake();
    }

    /**
     * Lets the events of these collections, where they are marked, belong to these traces.
     *
     * @param traces of the latest event consumed, by collection
     */
    @Transactional(TxType.MANDATORY)
    public void trace(Map<String, String> traces) {
        if (traces.isEmpty()) {
            return;
        }
        List<String> collections = List.copyOf(traces.keySet());
        session.createNativeMutationQuery(TRACE)
                .setParameter("collections", collections.toArray(String[]::new))
                .setParameter("traces", collections.stream().map(traces::get).toArray(String[]::new))
                .executeUpdate();
    }

    @Override
    public List<OutboxRecord> next(Connection connection, int max) throws SQLException {
        Map<String, String> marked = marked(connection, max);
        if (marked.isEmpty()) {
            return List.of();
        }
        return latest(marked.keySet()).stream()
                .map(event -> record(event, marked.get(event.collection())))
                .toList();
    }

    @Override
    public void remove(Connection connection, List<OutboxRecord> published) throws SQLException {
        Object[] collections = published.stream().map(OutboxRecord::key).toArray();
        Object[] revisions = published.stream().map(TotalsOutbox::revision).toArray();
        try (var statement = connection.prepareStatement(REMOVE)) {
            statement.setArray(1, connection.createArrayOf("text", collections));
            statement.setArray(2, connection.createArrayOf("bigint", revisions));
            statement.executeUpdate();
        }
    }

    @Override
    public void republishAll(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(MARK_ALL)) {
            statement.executeUpdate();
        }
    }

    @Override
    public String backlogQuery() {
        return BACKLOG;
    }

    /** The traces of the collections that were marked first; null for none. */
    private static Map<String, String> marked(Connection connection, int max) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, max);
            Map<String, String> traces = new LinkedHashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    traces.put(rows.getString("collection"), rows.getString("traceparent"));
                }
            }
            return traces;
        }
    }

    private List<TotalsEvent> latest(Set<String> collections) {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeMutationQuery(OF_ONE_MOMENT).executeUpdate();
            return snapshots.now(collections).map(TotalsEvent::of).toList();
        });
    }

    private OutboxRecord record(TotalsEvent event, String traceparent) {
        return new OutboxRecord(
                "%s/%d".formatted(event.collection(), event.revision()),
                event.collection(),
                event.collection(),
                TotalsEvent.TYPE,
                payload(event),
                event.asOf(),
                traceparent,
                Map.of("ce_state", event.state() == CollectionState.CLOSED ? "closed" : "open"));
    }

    private byte[] payload(TotalsEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The totals of %s cannot be written".formatted(event.collection()), e);
        }
    }

    /** It is the last part of the id. */
    private static long revision(OutboxRecord event) {
        return Long.parseLong(event.id().substring(event.id().lastIndexOf('/') + 1));
    }
}
