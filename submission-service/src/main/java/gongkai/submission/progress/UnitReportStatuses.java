package gongkai.submission.progress;

import gongkai.submission.Revision;
import gongkai.submission.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Finds the units of a roster with the state of their submissions. */
@ApplicationScoped
class UnitReportStatuses {

    /**
     * The filter of a list of units; null does not filter.
     *
     * @param words part of a unit's code or name
     */
    record Filter(String state, String kind, Boolean late, String words) {}

    private static final String STATUSES = """
            select u.code, u.name, u.kind, r.state, r.number, r.made_by, r.made_at, r.late
            from unit u
            left join lateral (
              select state, number, made_by, made_at, late
              from revision
              where collection = u.collection and unit = u.code
              order by number desc
              limit 1) r on true
            where u.collection = :collection
              and u.on_roster
              and u.code > :after
              and (cast(:state as varchar) is null or coalesce(r.state, 'MISSING') = :state)
              and (cast(:kind as varchar) is null or u.kind = :kind)
              and (cast(:late as boolean) is null or coalesce(r.late, false) = :late)
              and (cast(:words as varchar) is null or position(lower(:words) in lower(u.code || ' ' || u.name)) > 0)
            order by u.code
            limit :max
            """;

    private final Session entities;

    UnitReportStatuses(Session entities) {
        this.entities = entities;
    }

    /** Up to {@code max} units in the order of their codes, from the one after {@code after}. */
    List<UnitReportStatus> after(String collection, boolean closed, String after, Filter filter, int max) {
        return entities
                .createNativeQuery(STATUSES, Tuple.class)
                .setParameter("collection", collection)
                .setParameter("after", after)
                .setParameter("state", filter.state())
                .setParameter("kind", filter.kind())
                .setParameter("late", filter.late())
                .setParameter("words", filter.words())
                .setParameter("max", max)
                .getResultList()
                .stream()
                .map(row -> status(row, closed))
                .toList();
    }

    private static UnitReportStatus status(Tuple row, boolean closed) {
        String state = row.get("state", String.class);
        return new UnitReportStatus(
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("kind", String.class),
                state == null ? null : SubmissionStatus.of(Revision.State.valueOf(state), closed),
                row.get("number", Long.class),
                row.get("made_by", String.class),
                row.get("made_at", Instant.class),
                row.get("late", Boolean.class));
    }
}
