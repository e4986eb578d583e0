package gongkai.aggregation.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Which collections have totals that Kafka has not been told of. */
@ApplicationScoped
public class Outbox {

    /** Something was marked; worth a look once its transaction has committed. */
    record Marked() {}

    private static final String MARK = """
            insert into outbox (collection, revision)
            select mark.*
            from unnest(:collections, :revisions) as mark (collection, revision)
            order by collection
            on conflict (collection) do update set revision = excluded.revision
            """;

    private static final String TRACE = """
            update outbox
            set traceparent = heard.traceparent
            from unnest(:collections, :traces) as heard (collection, traceparent)
            where outbox.collection = heard.collection
            """;

    private final Session session;
    private final Event<Marked> marked;

    Outbox(Session session, Event<Marked> marked) {
        this.session = session;
        this.marked = marked;
    }

    /**
     * Marks these collections in the caller's transaction: either both the change and the mark happen, or neither.
     *
     * @param revisions of their totals, each greater than any it was marked with before
     */
    @Transactional(TxType.MANDATORY)
    public void mark(Map<String, Long> revisions) {
        List<String> collections = List.copyOf(revisions.keySet());
        session.createNativeMutationQuery(MARK)
                .setParameter("collections", collections.toArray(String[]::new))
                .setParameter(
                        "revisions", collections.stream().map(revisions::get).toArray(Long[]::new))
                .executeUpdate();
        marked.fire(new Marked());
    }

    /**
     * Lets these collections' marks, where there are any, be told as part of these traces.
     *
     * @param traces of the latest that was heard of each collection
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
}
