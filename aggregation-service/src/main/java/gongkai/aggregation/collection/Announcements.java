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

    /** What is asked now, by the code of the collection. */
    public Map<String, Announcement> current(Set<String> collections) {
        return getSession()
                .createNativeQuery(CURRENT, Announcement.class)
                .setParameter("collections", collections.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Announcement::collection, Function.identity()));
    }

    /** What was asked when the totals had this revision. */
    public Announcement at(String collection, long totals) {
        return find(AT, collection, totals).singleResult();
    }

    /** Lets these announcements take the place of the current ones, from the revision that each collection's totals have now. */
    public void replace(
            Map<String, Announcement> current, List<CollectionAnnounced> news, Map<String, Collection> collections) {
        if (news.isEmpty()) {
            return;
        }
        news.stream().map(CollectionAnnounced::form).distinct().forEach(forms::keep);
        for (CollectionAnnounced announced : news) {
            Announcement former = current.get(announced.collection());
            if (former != null) {
                former.end(collections.get(announced.collection()).revision());
            }
        }
        // Only one may be current: the database must hear of the former's end before it hears of the new one.
        flush();
        for (CollectionAnnounced announced : news) {
            persist(new Announcement(
                    announced, collections.get(announced.collection()).revision()));
        }
        roster.replace(news, collections);
    }
}
