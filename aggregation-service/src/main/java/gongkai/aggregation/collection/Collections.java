package gongkai.aggregation.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
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

    private static final String IN_ORDER = "code in ?1 order by code";

    /**
     * The collections of these codes, new ones included, each held by this transaction until it ends: where two instances of the
     * service have been given the same partition for a moment, they take turns. The order keeps them from waiting for each
     * other in a circle.
     */
    public Map<String, Collection> hold(Set<String> codes) {
        getEntityManager()
                .createNativeQuery(INTRODUCE)
                .setParameter("codes", codes.toArray(String[]::new))
                .executeUpdate();
        return find(IN_ORDER, codes).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(Collection::code, Function.identity()));
    }

    /**
     * The revision of the totals that a reader means.
     *
     * @param revision the one asked for; null for the latest
     * @throws CollectionUnknown where no collection of this code was announced
     * @throws RevisionUnknown where the totals have not got there
     */
    public long revision(String code, Long revision) {
        long latest = findByIdOptional(code).map(Collection::revision).orElse(0L);
        if (latest == 0) {
            throw new CollectionUnknown(code);
        }
        if (revision == null) {
            return latest;
        }
        if (revision < 1 || revision > latest) {
            throw new RevisionUnknown(code, revision, latest);
        }
        return revision;
    }
}
