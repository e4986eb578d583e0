package gongkai.chassis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Reads the audit log of one bureau at a time, so that nobody is given another's. */
@ApplicationScoped
class AuditLogReader {

    /** Narrows what is read; null does not. */
    record Filter(Instant from, Instant to, String subject, String unit, String action, String resource) {

        static final Filter NONE = new Filter(null, null, null, null, null, null);
    }

    private static final String MATCHES = """
              and (cast(:from as timestamptz) is null or e.at >= :from)
              and (cast(:to as timestamptz) is null or e.at < :to)
              and (cast(:subject as text) is null or e.subject = :subject)
              and (cast(:unit as text) is null or e.unit = :unit)
              and (cast(:action as text) is null or e.action = :action)
              and (cast(:resource as text) is null or starts_with(e.resource, :resource))
            """;

    /** One statement, so that an entry that is sealed meanwhile is read once. */
    private static final String PAGE = """
            with sealed as (
              select s.position, s.previous, s.hash, e.id, %1$s as entry
              from audit.audit_chain s
              join audit.audit_entry e on e.id = s.entry
              where s.bureau = :bureau
                and s.position > :after
              %2$s
              order by s.position
              limit :most),
            unsealed as (
              select cast(null as bigint) as position, null as previous, null as hash, e.id, %1$s as entry
              from audit.audit_entry e
              where (select count(*) from sealed) < :most
                and e.bureau = :bureau
                and not exists (select from audit.audit_chain s where s.entry = e.id)
              %2$s
              order by e.id
              limit :most)
            select position, previous, hash, entry
            from (select * from sealed union all select * from unsealed) both_of_them
            order by position nulls last, id
            limit :most
            """.formatted(EntryDocument.SQL, MATCHES);

    private static final String NEWEST_IS_SEALED = """
            select exists (select from audit.audit_chain s where s.entry = newest.id) as sealed
            from (select e.id from audit.audit_entry e where e.at < :before order by e.id desc limit 1) newest
            """;

    private final Session session;

    AuditLogReader(Session session) {
        this.session = session;
    }

    /**
     * Up to {@code most} entries of the bureau, in the order of their places, from the one after {@code after}; then those that were
     * made a moment ago and are not sealed yet.
     */
    List<SealedEntry> after(String bureau, Filter filter, long after, int most) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter("bureau", bureau)
                .setParameter("after", after)
                .setParameter("from", filter.from(), Instant.class)
                .setParameter("to", filter.to(), Instant.class)
                .setParameter("subject", filter.subject(), String.class)
                .setParameter("unit", filter.unit(), String.class)
                .setParameter("action", filter.action(), String.class)
                .setParameter("resource", filter.resource(), String.class)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new SealedEntry(bureau, (Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** Whether the newest entry from before then is sealed; they are sealed in order. */
    boolean isSealed(Instant before) {
        return session.createNativeQuery(NEWEST_IS_SEALED, Boolean.class)
                .addScalar("sealed", Boolean.class)
                .setParameter("before", before)
                .uniqueResultOptional()
                .orElse(true);
    }
}
