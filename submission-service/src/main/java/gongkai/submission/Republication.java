package gongkai.submission;

import gongkai.chassis.outbox.Outbox;
import gongkai.chassis.outbox.TopicRecreated;
import gongkai.submission.collection.Announcements;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.Scope;
import gongkai.submission.form.Stated;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Publishes the current state of all collections again after the topic was recreated. Consumers ignore revisions that they have. */
@ApplicationScoped
class Republication {

    /** The units of a batch cannot report meanwhile: for less than a second. */
    private static final int BATCH_SIZE = 500;

    private final Collections collections;
    private final Announcements announcements;
    private final Revisions revisions;
    private final SubmissionService submissions;
    private final Outbox outbox;

    Republication(
            Collections collections,
            Announcements announcements,
            Revisions revisions,
            SubmissionService submissions,
            Outbox outbox) {
        this.collections = collections;
        this.announcements = announcements;
        this.revisions = revisions;
        this.submissions = submissions;
        this.outbox = outbox;
    }

    void republishAll(@Observes TopicRecreated topic) {
        String last = "";
        List<String> codes = codes(last);
        while (!codes.isEmpty()) {
            codes.forEach(this::republish);
            last = codes.get(codes.size() - 1);
            codes = codes(last);
        }
    }

    private List<String> codes(String after) {
        return QuarkusTransaction.requiringNew().call(() -> collections.codes(after, BATCH_SIZE));
    }

    private void republish(String collection) {
        announcements.republish(collection);
        String last = "";
        List<String> units = republishUnits(collection, last);
        while (!units.isEmpty()) {
            last = units.get(units.size() - 1);
            units = republishUnits(collection, last);
        }
    }

    /** Locks the units, so that an older revision cannot follow a newer one. */
    private List<String> republishUnits(String code, String after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Collection collection = collections.get(code, Scope.EVERYTHING);
            List<String> units = collections.hold(code, after, BATCH_SIZE);
            units.forEach(
                    unit -> revisions.latest(code, unit).ifPresent(latest -> outbox.append(event(collection, latest))));
            return units;
        });
    }

    private SubmissionEvent event(Collection collection, Revision latest) {
        Stated stated = latest.content().stated();
        return SubmissionEvent.of(
                latest, submissions.check(collection, latest.unit(), stated).warnings());
    }
}
