package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Announcements;
import gongkai.aggregation.collection.Forms;
import gongkai.aggregation.progress.Submissions;
import gongkai.aggregation.progress.UnitProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collections at a revision of their totals, put together from what was valid then. */
@ApplicationScoped
public class Snapshots {

    private final Announcements announcements;
    private final Forms forms;
    private final Submissions submissions;
    private final TotalsHistory history;

    Snapshots(Announcements announcements, Forms forms, Submissions submissions, TotalsHistory history) {
        this.announcements = announcements;
        this.forms = forms;
        this.submissions = submissions;
        this.history = history;
    }

    /** One collection as it was. */
    public Snapshot at(String collection, long revision) {
        return snapshot(
                announcements.at(collection, revision),
                history.at(collection, revision),
                submissions.progressOf(Set.of(collection), revision));
    }

    /** One collection as it was, with what each unit contributed: one more query. */
    public Breakdown breakdown(String collection, long revision) {
        return new Breakdown(
                at(collection, revision),
                submissions.contributions(Set.of(collection), revision).getOrDefault(collection, List.of()));
    }

    /** Many collections as they are, with as many queries as for one. */
    public Stream<Snapshot> now(Set<String> collections) {
        Map<String, Announcement> asked = announcements.current(collections);
        Map<String, List<UnitProgress>> units = submissions.progressOf(collections, Submissions.NOW);
        return history.latest(collections).values().stream()
                .map(totals -> snapshot(asked.get(totals.collection()), totals, units));
    }

    private Snapshot snapshot(Announcement announcement, Totals totals, Map<String, List<UnitProgress>> units) {
        return new Snapshot(
                announcement, forms.of(announcement), totals, units.getOrDefault(announcement.collection(), List.of()));
    }
}
