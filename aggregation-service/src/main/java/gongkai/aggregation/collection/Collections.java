package gongkai.aggregation.collection;

import gongkai.aggregation.TotalsProblem;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Collections implements PanacheRepositoryBase<Collection, String> {

    private static final String INTRODUCE = """
            insert into collection (code, revision)
            select code, 0
            from unnest(:codes) as code
            order by code
            on conflict do nothing
            """;

    /** Not every number is a revision: a batch of events makes one, and moves the clock by more. */
    private static final String NEAREST = """
            select max(revision) as nearest
            from totals
            where collection = :code and revision <= :revision
            """;

    /** A bureau reads its own totals, and those of every level below that were submitted to it. */
    private static final String IN_SCOPE = """
            with recursive above (code) as (
              values (cast(:code as varchar))
              union
              select submission.collection
              from above
              join submission on submission.basis ->> 'collection' = above.code and submission.until is null)
            select collection.revision
            from collection
            where collection.code = :code and collection.revision > 0 and exists (
              select 1
              from above
              join announcement on announcement.collection = above.code and announcement.until is null
              where announcement.bureau = :bureau)
            """;

    private static final String LOCK = """
            select *
            from collection
            where code = any (:codes)
            order by code
            for update
            """;

    /**
     * Locks the collections of these codes, new ones included, until the transaction ends. Two instances may consume the same partition
     * for a moment; the lock makes them take turns. The order of the rows prevents a deadlock.
     */
    public Map<String, Collection> lock(Set<String> codes) {
        String[] named = codes.toArray(String[]::new);
        getSession()
                .createNativeMutationQuery(INTRODUCE)
                .setParameter("codes", named)
                .executeUpdate();
        return getSession()
                .createNativeQuery(LOCK, Collection.class)
                .setParameter("codes", named)
                .getResultStream()
                .collect(Collectors.toMap(Collection::code, Function.identity()));
    }

    /**
     * The latest revision of the totals.
     *
     * @throws ProblemException where no collection of this code was announced within the scope
     */
    public long latest(String code, Scope scope) {
        return latestWithin(code, scope)
                .orElseThrow(() -> new ProblemException(TotalsProblem.COLLECTION_UNKNOWN, code));
    }

    public boolean isWithin(String code, Scope scope) {
        return latestWithin(code, scope).isPresent();
    }

    private Optional<Long> latestWithin(String code, Scope scope) {
        return getSession()
                .createNativeQuery(IN_SCOPE, Long.class)
                .addScalar("revision", Long.class)
                .setParameter("code", code)
                .setParameter("bureau", scope.bureau())
                .uniqueResultOptional();
    }

    /**
     * The revision of the totals that a reader means.
     *
     * @param revision the one asked for; null for the latest
     * @throws ProblemException where no collection of this code was announced within the scope
     * @throws ProblemException where no totals had this revision
     */
    public long revision(String code, Long revision, Scope scope) {
        long latest = latest(code, scope);
        if (revision == null) {
            return latest;
        }
        Long nearest = getSession()
                .createNativeQuery(NEAREST, Long.class)
                .addScalar("nearest", Long.class)
                .setParameter("code", code)
                .setParameter("revision", revision)
                .getSingleResult();
        if (!revision.equals(nearest)) {
            throw new ProblemException(TotalsProblem.REVISION_UNKNOWN, code, revision, before(nearest), latest);
        }
        return revision;
    }

    private static LocalizedText before(Long nearest) {
        return nearest == null
                ? new LocalizedText("", "")
                : new LocalizedText("此前的第 %d 版、".formatted(nearest), "%d, the one before, or ".formatted(nearest));
    }
}
