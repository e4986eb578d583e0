package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.FormDocument;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class TotalsHistory implements PanacheRepositoryBase<Totals, Totals.Key> {

    private static final String LATEST = """
            select totals.*
            from collection
            join totals on totals.collection = collection.code and totals.revision = collection.revision
            where collection.code = any (:collections)
            """;

    private static final String AS_OF = "collection = ?1 and asOf <= ?2 order by revision desc";

    private static final String AFTER = "collection = ?1 and revision > ?2 order by revision";

    private static final String BEFORE = """
            select totals.*
            from announcement
            join form on form.digest = announcement.form and form.text::jsonb ->> 'code' = :form
            join collection on collection.code = announcement.collection
            join totals on totals.collection = collection.code and totals.revision = collection.revision
            where announcement.bureau = :bureau and announcement.period_to = :end and announcement.until is null
            order by announcement.collection
            limit 1
            """;

    private static final String FIRST = "collection = ?1 order by revision";

    public Map<String, Totals> latest(Set<String> collections) {
        if (collections.isEmpty()) {
            return Map.of();
        }
        return getSession()
                .createNativeQuery(LATEST, Totals.class)
                .setParameter("collections", collections.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Totals::collection, Function.identity()));
    }

    /** The latest that had been computed by then, if any had. */
    public Optional<Totals> asOf(String collection, Instant then) {
        return find(AS_OF, collection, then).firstResultOptional();
    }

    /** The latest of the same bureau for the period that ends where this one begins, on the same form; if any are known. */
    public Optional<Totals> before(Announcement asked, FormDocument document) {
        return getSession()
                .createNativeQuery(BEFORE, Totals.class)
                .setParameter("bureau", asked.bureau().code())
                .setParameter("end", asked.period().from().minusDays(1))
                .setParameter("form", document.form().code())
                .uniqueResultOptional();
    }

    /** Those of the collection's first announcement. */
    public Totals first(String collection) {
        return find(FIRST, collection).firstResult();
    }

    /** Those beyond this revision, in order. */
    public List<Totals> after(String collection, long revision, int max) {
        return find(AFTER, collection, revision).page(0, max).list();
    }

    public Totals at(String collection, long revision) {
        return findById(new Totals.Key(collection, revision));
    }
}
