package gongkai.aggregation.collection;

import gongkai.aggregation.access.Scope;
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

    /** A bureau reads its own totals, and whatever was submitted to it, from however far below. */
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

    private static final String HOLD = """
            select *
            from collection
            where code = any (:codes)
            order by code
            for update
            """;

    /**
     * The collections of these codes, new ones included, each held by this transaction until it ends: where two instances of the
     * service have been given the same partition for a moment, they take turns. The order keeps them from waiting for each
     * other in a circle.
     */
    public Map<String, Collection> hold(Set<String> codes) {
        String[] named = codes.toArray(String[]::new);
        getSession()
                .createNativeMutationQuery(INTRODUCE)
                .setParameter("codes", named)
                .executeUpdate();
        return getSession()
                .createNativeQuery(HOLD, Collection.class)
                .setParameter("codes", named)
                .getResultStream()
                .collect(Collectors.toMap(Collection::code, Function.identity()));
    }

    /**
     * The latest revision of the totals.
     *
     * @throws CollectionUnknown where no collection of this code was announced within the scope
     */
    public long latest(String code, Scope scope) {
        return latestWithin(code, scope).orElseThrow(() -> new CollectionUnknown(code));
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
     * @throws CollectionUnknown where no collection of this code was announced within the scope
     * @throws RevisionUnknown where no totals had this revision
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
            throw new RevisionUnknown(code, revision, nearest, latest);
        }
        return revision;
    }
}
