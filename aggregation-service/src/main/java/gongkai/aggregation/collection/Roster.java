package gongkai.aggregation.collection;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which units are asked to submit, collection by collection, now and at any previous revision of the totals. */
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
        if (units.isEmpty()) {
            return Set.of();
        }
        return getSession()
                .createNativeQuery(NAMED, RosterPlace.class)
                .setParameter(
                        "collections", units.stream().map(UnitKey::collection).toArray(String[]::new))
                .setParameter("units", units.stream().map(UnitKey::unit).toArray(String[]::new))
                .getResultStream()
                .map(place -> new UnitKey(place.collection(), place.unit()))
                .collect(toSet());
    }

    /** Touches only what differs, so that a roster of thousands which loses one unit costs one row. */
    void replace(List<CollectionAnnounced> newer, Map<String, Collection> collections) {
        var previous = find(
                        CURRENT,
                        newer.stream().map(CollectionAnnounced::collection).toList())
                .stream()
                .collect(groupingBy(
                        RosterPlace::collection,
                        toMap(RosterPlace::unit, identity(), (one, other) -> one, HashMap::new)));
        List<RosterPlace> given = new ArrayList<>();
        for (CollectionAnnounced announced : newer) {
            long since = collections.get(announced.collection()).revision();
            var places = previous.getOrDefault(announced.collection(), new HashMap<>());
            for (int position = 0; position < announced.units().size(); position++) {
                Unit unit = announced.units().get(position);
                RosterPlace place = places.get(unit.code());
                if (place != null && place.says(unit, position)) {
                    places.remove(unit.code());
                } else {
                    given.add(new RosterPlace(announced, position, since));
                }
            }
            places.values().forEach(place -> place.end(since));
        }
        // Only one row may be current, so the end of the previous one is written first.
        flush();
        persist(given);
    }
}
