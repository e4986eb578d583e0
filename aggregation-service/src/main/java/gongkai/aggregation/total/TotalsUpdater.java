package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcements;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.Forms;
import gongkai.aggregation.collection.Roster;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.progress.Submissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Keeps the totals in step with the submissions.
 *
 * <p>A batch of events is one transaction. An event that is not newer than the stored state changes nothing. Each collection that does
 * change gets one new revision of its totals and one event, however many of its units the batch names. Each query runs once, however
 * large the batch.
 */
@ApplicationScoped
public class TotalsUpdater {

    private final Collections collections;
    private final Announcements announcements;
    private final Forms forms;
    private final Roster roster;
    private final Submissions submissions;
    private final TotalsHistory history;
    private final TotalsOutbox outbox;

    TotalsUpdater(
            Collections collections,
            Announcements announcements,
            Forms forms,
            Roster roster,
            Submissions submissions,
            TotalsHistory history,
            TotalsOutbox outbox) {
        this.collections = collections;
        this.announcements = announcements;
        this.forms = forms;
        this.roster = roster;
        this.submissions = submissions;
        this.history = history;
        this.outbox = outbox;
    }

    /** Applies a batch of events. Their order and their repetition make no difference. */
    @Transactional
    public void update(List<CollectionAnnounced> announced, List<SubmissionReceived> received) {
        var batch = new TotalsBatch(announced, received);
        batch.lockCollections(collections);
        batch.dropStale(announcements, submissions);
        batch.measureAdvances(submissions);
        batch.moveTotals(history, roster, forms);
        batch.storeEvents(announcements, submissions);
        batch.recountAnnounced(submissions, forms);
        batch.save(submissions, history, outbox);
    }
}
