package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Announcements;
import gongkai.aggregation.collection.Forms;
import gongkai.aggregation.progress.Standing;
import gongkai.aggregation.progress.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collections at a revision of their totals, put together from what was valid then. */
@ApplicationScoped
class Snapshots {

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
    Snapshot at(String collection, long revision) {
        return snapshot(
                announcements.at(collection, revision),
                history.at(collection, revision),
                submissions.standings(Set.of(collection), revision));
    }

    /** One collection as it was, with what each unit contributed: one question more to the database. */
    Breakdown breakdown(String collection, long revision) {
        return new Breakdown(
                at(collection, revision),
                submissions.contributions(Set.of(collection), revision).getOrDefault(collection, List.of()));
    }

    /** Many collections as they are, with as many questions to the database as for one. */
    Stream<Snapshot> now(Set<String> collections) {
        Map<String, Announcement> asked = announcements.current(collections);
        Map<String, List<Standing>> units = submissions.standings(collections, Submissions.NOW);
        return history.latest(collections).values().stream()
                .map(totals -> snapshot(asked.get(totals.collection()), totals, units));
    }

    private Snapshot snapshot(Announcement announcement, Totals totals, Map<String, List<Standing>> units) {
        return new Snapshot(
                announcement, forms.of(announcement), totals, units.getOrDefault(announcement.collection(), List.of()));
    }
}
