package gongkai.aggregation.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Announcements implements PanacheRepositoryBase<Announcement, Announcement.Key> {

    private static final String CURRENT = """
            select *
            from announcement
            where collection = any (:collections) and until is null
            """;

    private static final String AT =
            "collection = ?1 and validity.since <= ?2 and (validity.until is null or validity.until > ?2)";

    private final Forms forms;
    private final Roster roster;

    Announcements(Forms forms, Roster roster) {
        this.forms = forms;
        this.roster = roster;
    }

    /** The current announcements, by the code of the collection. */
    public Map<String, Announcement> current(Set<String> collections) {
        return getSession()
                .createNativeQuery(CURRENT, Announcement.class)
                .setParameter("collections", collections.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Announcement::collection, Function.identity()));
    }

    /** The announcement that was current when the totals had this revision. */
    public Announcement at(String collection, long totals) {
        return find(AT, collection, totals).singleResult();
    }

    /** Replaces the current announcements, from the revision that each collection has now. */
    public void replace(
            Map<String, Announcement> current, List<CollectionAnnounced> newer, Map<String, Collection> collections) {
        if (newer.isEmpty()) {
            return;
        }
        newer.stream().map(CollectionAnnounced::form).distinct().forEach(forms::keep);
        for (CollectionAnnounced announced : newer) {
            Announcement previous = current.get(announced.collection());
            if (previous != null) {
                previous.end(collections.get(announced.collection()).revision());
            }
        }
        // Only one row may be current, so the end of the previous one is written first.
        flush();
        for (CollectionAnnounced announced : newer) {
            persist(new Announcement(
                    announced, collections.get(announced.collection()).revision()));
        }
        roster.replace(newer, collections);
    }
}
