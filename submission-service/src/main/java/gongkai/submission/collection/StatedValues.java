package gongkai.submission.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

@ApplicationScoped
class StatedValues implements PanacheRepositoryBase<StatedValue, StatedValue.Key> {

    /** The largest contribution to a figure, and the sum of all. */
    record Bounds(BigDecimal lower, BigDecimal upper) {

        boolean admit(BigDecimal value) {
            return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0;
        }
    }

    private static final String BOUNDS = """
            select coalesce(max(contribution), 0), coalesce(sum(contribution), 0)
            from (
              select distinct on (unit) state, (figures ->> :indicator)::numeric as contribution
              from revision
              where collection = :collection
                and unit in (select code from unit where collection = :collection and on_roster)
              order by unit, number desc) as latest
            where state = 'SUBMITTED'
            """;

    List<StatedValue> of(String collection) {
        return list("collection = ?1 order by indicator", collection);
    }

    Bounds bounds(String collection, String indicator) {
        Object[] bounds = getSession()
                .createNativeQuery(BOUNDS, Object[].class)
                .setParameter("collection", collection)
                .setParameter("indicator", indicator)
                .getSingleResult();
        return new Bounds((BigDecimal) bounds[0], (BigDecimal) bounds[1]);
    }
}
