package gongkai.submission;

import gongkai.chassis.json.JsonColumns;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {

    /** A collection, and the present state of one unit's submission to it. */
    record SubmissionContext(Collection collection, Submission submission) {}

    private static final String CONTEXT = """
            select {c.*}, {latest.*}
            from collection c
            join unit place on place.collection = c.code and place.code = :unit and place.on_roster
            left join lateral (
              select *
              from revision
              where collection = place.collection and unit = place.code
              order by number desc
              limit 1) latest on true
            where c.code = :collection and (cast(:bureau as varchar) is null or c.bureau = :bureau)
            for share of c
            for key share of place
            """;

    /** Plain SQL, because Hibernate can neither insert on conflict nor write JSON in an HQL statement. */
    private static final String ADD = """
            insert into revision (
              collection, unit, number, state, figures, derived, not_applicable, explanations, remarks, reason, source,
              filled_in_by, made_by, made_at, late, basis_collection, basis_revision, basis_hash)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String NEWEST_FIRST = "collection = ?1 and unit = ?2 order by number desc";

    private static final String LATEST = "select unit, max(number) from Revision where collection = ?1 group by unit";

    private static final String BEFORE = "collection = ?1 and unit = ?2 and number < ?3 order by number desc";

    private static final String OF_PREVIOUS_PERIOD = """
            unit = ?1 and collection in (
              select code from Collection where bureau = ?2 and form = ?3 and periodTo = ?4)
            order by number desc
            """;

    private static final String OF_EARLIER_PERIODS = """
            select r.figures
            from Revision r join Collection c on c.code = r.collection
            where r.unit = ?1 and c.bureau = ?2 and c.form = ?3 and c.periodTo < ?4
              and r.state = SUBMITTED
              and r.number = (select max(n.number) from Revision n where n.collection = r.collection and n.unit = r.unit)
            order by c.periodTo desc
            """;

    private static final String OF_PEERS = """
            select r.figures
            from Revision r join RosterPlace peer on peer.collection = r.collection and peer.code = r.unit
              join RosterPlace own on own.collection = r.collection and own.kind = peer.kind
            where own.collection = ?1 and own.code = ?2 and r.unit <> ?2
              and r.state = SUBMITTED
              and r.number = (select max(n.number) from Revision n where n.collection = r.collection and n.unit = r.unit)
            """;

    /** A unit that is not found the first time has come onto the roster meanwhile, or is not on it. */
    private static final int MAX_ATTEMPTS = 3;

    private final Collections collections;

    Revisions(Collections collections) {
        this.collections = collections;
    }

    /**
     * Reads all that a change to a unit's submission is checked against, in one query. The collection does not change until the
     * transaction ends. A revision that another request stores meanwhile is noticed when the next one is added.
     *
     * @throws ProblemException {@link CollectionProblem#COLLECTION_UNKNOWN} if there is no such collection within the scope
     * @throws ProblemException {@link CollectionProblem#UNIT_NOT_ON_ROSTER} if the unit is not on its roster, or beyond the scope
     */
    SubmissionContext context(String collection, String unit, Scope scope) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Object[] found = scope.reaches(unit) ? look(collection, unit, scope.bureau()) : null;
            if (found != null) {
                var submission = new Submission(collection, unit, Optional.ofNullable((Revision) found[1]));
                return new SubmissionContext((Collection) found[0], submission);
            }
            collections.getToRead(collection, unit, scope);
        }
        throw new ProblemException(SubmissionProblem.CONCURRENT_CHANGES, unit);
    }

    private Object[] look(String collection, String unit, String bureau) {
        return (Object[]) getSession()
                .createNativeQuery(CONTEXT, Object.class)
                .addEntity("c", Collection.class)
                .addEntity("latest", Revision.class)
                .setParameter("collection", collection)
                .setParameter("unit", unit)
                .setParameter("bureau", bureau)
                .uniqueResult();
    }

    /** @return false if another request stored a revision of this number */
    boolean add(Revision revision) {
        Object[] values = values(revision);
        return getSession().doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(ADD)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static Object[] values(Revision revision) {
        SubmissionContent content = revision.content();
        Optional<SourceTotals> totals = Optional.ofNullable(revision.sourceTotals());
        return new Object[] {
            revision.collection(),
            revision.unit(),
            revision.number(),
            revision.state().name(),
            JsonColumns.write(content.figures()),
            JsonColumns.write(content.derived()),
            JsonColumns.write(content.notApplicable()),
            JsonColumns.write(content.explanations()),
            content.remarks(),
            revision.reason(),
            revision.source().name(),
            revision.filledInBy(),
            revision.madeBy(),
            revision.madeAt().atOffset(ZoneOffset.UTC),
            revision.late(),
            totals.map(SourceTotals::collection).orElse(null),
            totals.map(SourceTotals::revision).orElse(null),
            totals.map(SourceTotals::contentHash).orElse(null)
        };
    }

    public Submission submission(String collection, String unit) {
        Optional<Revision> latest =
                find(NEWEST_FIRST, collection, unit).range(0, 0).firstResultOptional();
        return new Submission(collection, unit, latest);
    }

    public Optional<Revision> latest(String collection, String unit) {
        return submission(collection, unit).latestIfAny();
    }

    /** The number of each unit's latest revision, of those that have one. */
    public Map<String, Long> latest(String collection) {
        return getSession()
                .createSelectionQuery(LATEST, Object[].class)
                .setParameter(1, collection)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** The unit's submission, on the same form, for the period that ended the day before this one began. */
    public Optional<Revision> ofPreviousPeriod(Collection collection, String unit) {
        return find(
                        OF_PREVIOUS_PERIOD,
                        unit,
                        collection.bureau().code(),
                        collection.form(),
                        collection.period().from().minusDays(1))
                .range(0, 0)
                .firstResultOptional()
                .filter(revision -> revision.state() == Revision.State.SUBMITTED);
    }

    /** The unit's figures on the same form of earlier periods, latest first. */
    List<SortedMap<String, BigDecimal>> ofEarlierPeriods(Collection collection, String unit, int max) {
        return figures(OF_EARLIER_PERIODS)
                .setParameter(1, unit)
                .setParameter(2, collection.bureau().code())
                .setParameter(3, collection.form())
                .setParameter(4, collection.period().from())
                .setMaxResults(max)
                .getResultList();
    }

    /** The figures of other units of the same kind in the same collection. */
    List<SortedMap<String, BigDecimal>> ofPeers(String collection, String unit, int max) {
        return figures(OF_PEERS)
                .setParameter(1, collection)
                .setParameter(2, unit)
                .setMaxResults(max)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // The queries select the figures of a revision, which are of this type.
    private TypedQuery<SortedMap<String, BigDecimal>> figures(String query) {
        return (TypedQuery<SortedMap<String, BigDecimal>>)
                (TypedQuery<?>) getEntityManager().createQuery(query, SortedMap.class);
    }

    /** Up to {@code max} revisions, newest first, older than {@code number}. */
    List<Revision> before(String collection, String unit, long number, int max) {
        return find(BEFORE, collection, unit, number).range(0, max - 1).list();
    }
}
