package gongkai.submission;

import gongkai.submission.SubmissionView.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Which units of a roster have come how far. */
@ApplicationScoped
class UnitStandings {

    /**
     * What a list of units is narrowed to; null for no narrowing.
     *
     * @param words part of a unit's code or name
     */
    record Filter(String state, String kind, Boolean late, String words) {}

    private static final String STANDINGS = """
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
            limit :most
            """;

    private final Session entities;

    UnitStandings(Session entities) {
        this.entities = entities;
    }

    /** Up to {@code most} units in the order of their codes, from the one after {@code after}. */
    List<UnitStanding> after(String collection, boolean closed, String after, Filter filter, int most) {
        return entities
                .createNativeQuery(STANDINGS, Tuple.class)
                .setParameter("collection", collection)
                .setParameter("after", after)
                .setParameter("state", filter.state())
                .setParameter("kind", filter.kind())
                .setParameter("late", filter.late())
                .setParameter("words", filter.words())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> standing(row, closed))
                .toList();
    }

    private static UnitStanding standing(Tuple row, boolean closed) {
        String state = row.get("state", String.class);
        return new UnitStanding(
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("kind", String.class),
                state == null ? null : Standing.of(Revision.State.valueOf(state), closed),
                row.get("number", Long.class),
                row.get("made_by", String.class),
                row.get("made_at", Instant.class),
                row.get("late", Boolean.class));
    }
}
