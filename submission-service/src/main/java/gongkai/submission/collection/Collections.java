package gongkai.submission.collection;

import gongkai.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
public class Collections implements PanacheRepositoryBase<Collection, String> {

    private static final String RESERVE = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String IN_SCOPE = """
            from Collection c
            where c.code = ?1
            and (?2 is null or c.bureau = ?2)
            and (?3 is null or exists (
              select 1 from RosterPlace place where place.collection = c.code and place.code = ?3 and place.onRoster))
            """;

    private static final String AFTER = """
            from Collection c
            where c.code > ?1
            and (?2 is null or c.state = ?2)
            and (?3 is null or c.bureau = ?3)
            and (?4 is null or c.form = ?4)
            and (?5 is null or c.bureau = ?5)
            and (?6 is null or exists (
              select 1 from RosterPlace place where place.collection = c.code and place.code = ?6 and place.onRoster))
            order by c.code
            """;

    private static final String REPORTS_TO = """
            with recursive upwards (code) as (
              values (cast(:above as varchar))
              union
              select collection.reports_to
              from upwards
              join collection on collection.code = upwards.code and collection.reports_to is not null)
            select 1 from upwards where code = :collection
            """;

    private static final String CODES = "select code from Collection where code > ?1 order by code";

    private static final String PLACES = """
            select code
            from unit
            where collection = :collection and code > :after
            order by code
            limit :max
            for update
            """;

    private static final String CHANGES = "from Change where collection = ?1 order by revision desc";

    /** Lets two who open the same collection at once do so one after the other, until the transaction ends. */
    void reserve(String code) {
        getEntityManager().createNativeQuery(RESERVE).setParameter(1, code).getSingleResult();
    }

    /** @throws ProblemException {@link CollectionProblem#COLLECTION_UNKNOWN} where there is none with this code within the scope */
    public Collection get(String code, Scope scope) {
        return get(code, scope, LockModeType.NONE);
    }

    private Collection get(String code, Scope scope, LockModeType lock) {
        return find(IN_SCOPE, code, scope.bureau(), scope.unit())
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> new ProblemException(CollectionProblem.COLLECTION_UNKNOWN, code));
    }

    /**
     * The collection, for a change to itself: nobody else changes it, and no unit reports, until the transaction ends.
     *
     * @throws ProblemException {@link CollectionProblem#COLLECTION_UNKNOWN} where there is none with this code within the scope
     */
    Collection getToChange(String code, Scope scope) {
        return get(code, scope, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The collection, to look at what one of its units reports.
     *
     * @throws ProblemException {@link CollectionProblem#COLLECTION_UNKNOWN} where there is none with this code within the scope
     * @throws ProblemException {@link CollectionProblem#UNIT_NOT_ON_ROSTER} where it does not ask this unit, or the unit is beyond the scope
     */
    public Collection getToRead(String code, String unit, Scope scope) {
        Collection collection = get(code, scope);
        place(code, unit, scope);
        return collection;
    }

    /** @throws ProblemException {@link CollectionProblem#UNIT_NOT_ON_ROSTER} where the collection does not ask this unit */
    public void mustAsk(String collection, String unit) {
        place(collection, unit, Scope.EVERYTHING);
    }

    /** @throws ProblemException {@link CollectionProblem#UNIT_NOT_ON_ROSTER} where the collection does not ask this unit */
    public Unit unit(String collection, String unit) {
        return place(collection, unit, Scope.EVERYTHING).unit();
    }

    private RosterPlace place(String collection, String unit, Scope scope) {
        if (!scope.reaches(unit)) {
            throw new ProblemException(CollectionProblem.UNIT_NOT_ON_ROSTER, collection, unit);
        }
        var place = getEntityManager().find(RosterPlace.class, new RosterPlace.Key(collection, unit));
        if (place == null || !place.isOnRoster()) {
            throw new ProblemException(CollectionProblem.UNIT_NOT_ON_ROSTER, collection, unit);
        }
        return place;
    }

    /**
     * Up to {@code max} collections within the scope in the order of their codes, from the one after {@code code}, of these kinds only.
     */
    List<Collection> after(String code, Filter filter, Scope scope, int max) {
        return find(AFTER, code, filter.state(), filter.bureau(), filter.form(), scope.bureau(), scope.unit())
                .page(0, max)
                .list();
    }

    /**
     * Lets a collection report to another only where that one does not, however indirectly, report to it.
     *
     * @throws ProblemException {@link CollectionProblem#REPORTS_IN_A_CIRCLE} where it does
     */
    void mustNotReportTo(String above, String collection) {
        boolean circle = !getEntityManager()
                .createNativeQuery(REPORTS_TO)
                .setParameter("above", above)
                .setParameter("collection", collection)
                .getResultList()
                .isEmpty();
        if (circle) {
            throw new ProblemException(CollectionProblem.REPORTS_IN_A_CIRCLE, collection, above);
        }
    }

    /** Up to {@code max} codes of collections, from the one after this. */
    public List<String> codes(String after, int max) {
        return getEntityManager()
                .createQuery(CODES, String.class)
                .setParameter(1, after)
                .setMaxResults(max)
                .getResultList();
    }

    /** Up to {@code max} units that it asks or once asked, from the one after this: none of them reports until the transaction ends. */
    public List<String> hold(String collection, String after, int max) {
        return getSession()
                .createNativeQuery(PLACES, String.class)
                .addScalar("code", String.class)
                .setParameter("collection", collection)
                .setParameter("after", after)
                .setParameter("max", max)
                .getResultList();
    }

    void record(Change change) {
        getEntityManager().persist(change);
    }

    /** The changes of a collection, latest first. */
    List<Change> changes(String collection) {
        return getEntityManager()
                .createQuery(CHANGES, Change.class)
                .setParameter(1, collection)
                .getResultList();
    }

    /** The filter of a list of collections; null does not filter. */
    record Filter(Collection.State state, String bureau, String form) {}
}
