package gongkai.aggregation.total;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class TotalsHistory implements PanacheRepositoryBase<Totals, Totals.Key> {

    private static final String LATEST = """
            select totals
            from Totals totals
            join Collection collection on collection.code = totals.collection and collection.revision = totals.revision
            where collection.code in ?1
            """;

    private static final String AS_OF = "collection = ?1 and asOf <= ?2 order by revision desc";

    private static final String FIRST = "collection = ?1 order by revision";

    Map<String, Totals> latest(Set<String> collections) {
        if (collections.isEmpty()) {
            return Map.of();
        }
        return find(LATEST, collections).stream().collect(Collectors.toMap(Totals::collection, Function.identity()));
    }

    /** The latest that had been computed by then, if any had. */
    Optional<Totals> asOf(String collection, Instant then) {
        return find(AS_OF, collection, then).firstResultOptional();
    }

    /** Those of the collection's first announcement. */
    Totals first(String collection) {
        return find(FIRST, collection).firstResult();
    }

    Totals at(String collection, long revision) {
        return findById(new Totals.Key(collection, revision));
    }
}
