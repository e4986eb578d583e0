package gongkai.aggregation.progress;

import gongkai.aggregation.collection.ClockAdvance;
import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.UnitKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Submissions implements PanacheRepositoryBase<Submission, Submission.Key> {

    /** As a revision of the totals: later than any there is, so that what is valid then is what is valid now. */
    public static final long NOW = Long.MAX_VALUE;

    private static final String CURRENT = """
            select submission.*
            from unnest(:collections, :units) as asked (collection, unit)
            join submission on submission.collection = asked.collection
              and submission.unit = asked.unit
              and submission.until is null
            """;

    private static final String LATEST = """
            select revision
            from submission
            where collection = :collection and unit = :unit and until is null
            """;

    private static final String ADVANCES = """
            select collection, sum(revision)::bigint, max(submitted_at)
            from submission
            where collection = any (:collections) and until is null
            group by collection
            """;

    /** An array is PostgreSQL's own; a list in HQL is made SQL of anew each time. */
    private static final String OF_THESE = "cast(sql('? = any (?)', place.collection, :collections) as Boolean) = true";

    private static final String UNITS = """
            select new gongkai.aggregation.progress.UnitProgress(
              place.collection, place.unit, place.name, place.kind, submission.state, submission.revision,
              submission.notApplicable, submission.warnings, submission.basis, submission.submittedAt)
            from RosterPlace place
            left join Submission submission on submission.collection = place.collection
              and submission.unit = place.unit
              and submission.validity.since <= :totals
              and (submission.validity.until is null or submission.validity.until > :totals)
            where %s
              and place.validity.since <= :totals
              and (place.validity.until is null or place.validity.until > :totals)
            order by place.collection, place.position
            """.formatted(OF_THESE);

    private static final String CONTRIBUTIONS = """
            select new gongkai.aggregation.progress.Contribution(
              place.collection, place.unit, place.name, place.kind, submission.revision, submission.figures,
              submission.notApplicable, submission.basis)
            from RosterPlace place
            join Submission submission on submission.collection = place.collection
              and submission.unit = place.unit
              and submission.validity.since <= :totals
              and (submission.validity.until is null or submission.validity.until > :totals)
            where %s
              and place.validity.since <= :totals
              and (place.validity.until is null or place.validity.until > :totals)
              and submission.state = SUBMITTED
            order by place.collection, place.position
            """.formatted(OF_THESE);

    /** The latest submission of each of these units that has made one. */
    public Map<UnitKey, Submission> current(Set<UnitKey> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return getSession()
                .createNativeQuery(CURRENT, Submission.class)
                .setParameter(
                        "collections", units.stream().map(UnitKey::collection).toArray(String[]::new))
                .setParameter("units", units.stream().map(UnitKey::unit).toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Submission::key, Function.identity()));
    }

    /** The latest revision known of a unit's submission; 0 where there is none. */
    public long latest(String collection, String unit) {
        return getSession()
                .createNativeQuery(LATEST, Long.class)
                .addScalar("revision", Long.class)
                .setParameter("collection", collection)
                .setParameter("unit", unit)
                .uniqueResultOptional()
                .orElse(0L);
    }

    /** How far the stored submissions move the clocks of these collections; nothing for a collection without submissions. */
    public Map<String, ClockAdvance> advances(Set<String> collections) {
        if (collections.isEmpty()) {
            return Map.of();
        }
        return getSession()
                .createNativeQuery(ADVANCES, Object[].class)
                .setParameter("collections", collections.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> new ClockAdvance((long) row[1], (Instant) row[2])));
    }

    /** Replaces the current submissions, from the revision that each collection has now. */
    public void replace(
            Map<UnitKey, Submission> current, List<SubmissionReceived> newer, Map<String, Collection> collections) {
        for (SubmissionReceived received : newer) {
            Submission previous = current.get(received.key());
            if (previous != null) {
                previous.end(collections.get(received.collection()).revision());
            }
        }
        // Only one row may be current, so the end of the previous one is written first.
        flush();
        for (SubmissionReceived received : newer) {
            persist(new Submission(
                    received, collections.get(received.collection()).revision()));
        }
    }

    /** The progress of the units, by collection and in the roster's order. */
    public Map<String, List<UnitProgress>> progressOf(Set<String> collections, long totals) {
        return getSession()
                .createQuery(UNITS, UnitProgress.class)
                .setParameter("collections", collections.toArray(String[]::new))
                .setParameter("totals", totals)
                .getResultStream()
                .collect(Collectors.groupingBy(UnitProgress::collection));
    }

    /** The contributions that count, by collection and in the roster's order. */
    public Map<String, List<Contribution>> contributions(Set<String> collections, long totals) {
        return getSession()
                .createQuery(CONTRIBUTIONS, Contribution.class)
                .setParameter("collections", collections.toArray(String[]::new))
                .setParameter("totals", totals)
                .getResultStream()
                .collect(Collectors.groupingBy(Contribution::collection));
    }
}
