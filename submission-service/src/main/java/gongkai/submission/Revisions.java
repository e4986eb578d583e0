package gongkai.submission;

import gongkai.submission.collection.Collection;
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
