package gongkai.aggregation.collection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which units are asked to submit, collection by collection, now and at any former revision of the totals. */
@ApplicationScoped
public class Roster implements PanacheRepositoryBase<RosterPlace, RosterPlace.Key> {

    private static final String CURRENT = "collection in ?1 and validity.until is null";

    private static final String NAMED = """
            select place.*
            from unnest(:collections, :units) as asked (collection, unit)
            join roster place on place.collection = asked.collection and place.unit = asked.unit and place.until is null
            """;

    /** Those of the units that are asked to submit now. */
    public Set<UnitKey> named(Set<UnitKey> units) {
        return getSession()
                .createNativeQuery(NAMED, RosterPlace.class)
                .setParameter(
                        "collections", units.stream().map(UnitKey::collection).toArray(String[]::new))
                .setParameter("units", units.stream().map(UnitKey::unit).toArray(String[]::new))
                .getResultStream()
                .map(place -> new UnitKey(place.collection(), place.unit()))
                .collect(toSet());
    }

    void replace(List<CollectionAnnounced> news, Map<String, Collection> collections) {
        var current = find(
                        CURRENT,
                        news.stream().map(CollectionAnnounced::collection).toList())
                .stream()
                .collect(groupingBy(RosterPlace::collection, toMap(RosterPlace::unit, Function.identity())));
        for (CollectionAnnounced announced : news) {
            replace(
                    current.getOrDefault(announced.collection(), Map.of()),
                    announced,
                    collections.get(announced.collection()).revision());
        }
    }

    /** Touches only what differs, so that a roster of thousands which loses one unit costs one row. */
    private void replace(Map<String, RosterPlace> current, CollectionAnnounced announced, long since) {
        var gone = new HashSet<>(current.values());
        for (int position = 0; position < announced.units().size(); position++) {
            Unit unit = announced.units().get(position);
            RosterPlace place = current.get(unit.code());
            if (place != null && place.says(unit, position)) {
                gone.remove(place);
            } else {
                persist(new RosterPlace(announced, position, since));
            }
        }
        gone.forEach(place -> place.end(since));
    }
}
