package gongkai.submission;

import gongkai.submission.access.Scope;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.CollectionUnknown;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.UnitNotOnRoster;
import gongkai.submission.outbox.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

@ApplicationScoped
class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {

    /** A collection that asks a unit, and where the unit's submission to it stands. */
    record Asked(Collection collection, Submission submission) {}

    private static final String ASKED = """
            select {asking.*}, {latest.*}
            from collection asking
            join unit place on place.collection = asking.code and place.code = :unit and place.on_roster
            left join lateral (
              select *
              from revision
              where collection = place.collection and unit = place.code
              order by number desc
              limit 1) latest on true
            where asking.code = :collection and (cast(:bureau as varchar) is null or asking.bureau = :bureau)
            for share of asking
            for key share of place
            """;

    private static final String ADD = """
            insert into revision
              (collection, unit, number, state, figures, derived, not_applicable, explanations, remarks, reason, source,
               filled_in_by, made_by, made_at, late, request_key, basis_collection, basis_revision, basis_hash)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String NEWEST_FIRST = "collection = ?1 and unit = ?2 order by number desc";

    private static final String LATEST = "select unit, max(number) from Revision where collection = ?1 group by unit";

    private static final String BEFORE = "collection = ?1 and unit = ?2 and number < ?3 order by number desc";

    private static final String ANSWER = "collection = ?1 and unit = ?2 and requestKey = ?3";

    private static final String OF_THE_PERIOD_BEFORE = """
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

    private final Collections collections;
    private final Outbox outbox;

    Revisions(Collections collections, Outbox outbox) {
        this.collections = collections;
        this.outbox = outbox;
    }

    /**
     * All that a change to a unit's submission is judged by, in one look. The collection stays as it is until the transaction ends; a
     * revision that somebody else makes meanwhile is noticed when the next one is added.
     *
     * @throws CollectionUnknown where there is no such collection within the scope
     * @throws UnitNotOnRoster where it does not ask this unit, or the unit is beyond the scope
     */
    Asked asked(String collection, String unit, Scope scope) {
        Object[] found = scope.reaches(unit) ? look(collection, unit, scope.bureau()) : null;
        if (found == null) {
            collections.getToRead(collection, unit, scope);
            // It came onto the roster just now.
            return asked(collection, unit, scope);
        }
        var submission = new Submission(collection, unit, Optional.ofNullable((Revision) found[1]));
        return new Asked((Collection) found[0], submission);
    }

    private Object[] look(String collection, String unit, String bureau) {
        return (Object[]) getSession()
                .createNativeQuery(ASKED, Object.class)
                .addEntity("asking", Collection.class)
                .addEntity("latest", Revision.class)
                .setParameter("collection", collection)
                .setParameter("unit", unit)
                .setParameter("bureau", bureau)
                .uniqueResult();
    }

    /**
     * Adds a revision, and the event that tells of it.
     *
     * @return false where somebody was quicker to make the revision of this number, or to make one by the same request
     */
    boolean add(Revision made, SubmissionEvent event) {
        Statement statement = made.statement();
        Optional<Basis> basis = Optional.ofNullable(made.basis());
        return outbox.append(
                event,
                ADD,
                made.collection(),
                made.unit(),
                made.number(),
                made.state().name(),
                StoredJson.write(statement.figures()),
                StoredJson.write(statement.derived()),
                StoredJson.write(statement.notApplicable()),
                StoredJson.write(statement.explanations()),
                statement.remarks(),
                made.reason(),
                made.source().name(),
                made.filledInBy(),
                made.madeBy(),
                made.madeAt(),
                made.late(),
                made.requestKey(),
                basis.map(Basis::collection).orElse(null),
                basis.map(Basis::revision).orElse(null),
                basis.map(Basis::contentHash).orElse(null));
    }

    Submission submission(String collection, String unit) {
        Optional<Revision> latest =
                find(NEWEST_FIRST, collection, unit).range(0, 0).firstResultOptional();
        return new Submission(collection, unit, latest);
    }

    Optional<Revision> latest(String collection, String unit) {
        return submission(collection, unit).known();
    }

    /** The number of each unit's latest revision, of those that have one. */
    Map<String, Long> latest(String collection) {
        return getSession()
                .createSelectionQuery(LATEST, Object[].class)
                .setParameter(1, collection)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** The revision that a request with this key made; none where there is no key. */
    Optional<Revision> answerTo(String collection, String unit, String requestKey) {
        return requestKey == null
                ? Optional.empty()
                : find(ANSWER, collection, unit, requestKey).firstResultOptional();
    }

    /** What the unit had submitted, on the same form, for the period that ended the day before this one began. */
    Optional<Revision> before(Collection asking, String unit) {
        return find(
                        OF_THE_PERIOD_BEFORE,
                        unit,
                        asking.bureau().code(),
                        asking.form(),
                        asking.period().from().minusDays(1))
                .range(0, 0)
                .firstResultOptional()
                .filter(revision -> revision.state() == Revision.State.SUBMITTED);
    }

    /** What the unit submitted on the same form for earlier periods, latest first. */
    List<SortedMap<String, BigDecimal>> ofEarlierPeriods(Collection asking, String unit, int most) {
        return figures(OF_EARLIER_PERIODS)
                .setParameter(1, unit)
                .setParameter(2, asking.bureau().code())
                .setParameter(3, asking.form())
                .setParameter(4, asking.period().from())
                .setMaxResults(most)
                .getResultList();
    }

    /** What other units of the same kind have submitted to the same collection. */
    List<SortedMap<String, BigDecimal>> ofPeers(String collection, String unit, int most) {
        return figures(OF_PEERS)
                .setParameter(1, collection)
                .setParameter(2, unit)
                .setMaxResults(most)
                .getResultList();
    }

    @SuppressWarnings("unchecked") // The queries select the figures of a revision, which are of this type.
    private TypedQuery<SortedMap<String, BigDecimal>> figures(String query) {
        return (TypedQuery<SortedMap<String, BigDecimal>>)
                (TypedQuery<?>) getEntityManager().createQuery(query, SortedMap.class);
    }

    /** Up to {@code most} revisions, newest first, older than {@code number}. */
    List<Revision> before(String collection, String unit, long number, int most) {
        return find(BEFORE, collection, unit, number).range(0, most - 1).list();
    }
}
