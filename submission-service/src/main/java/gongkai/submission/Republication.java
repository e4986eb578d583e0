package gongkai.submission;

import gongkai.submission.access.Scope;
import gongkai.submission.collection.Announcements;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.outbox.LogIsNew;
import gongkai.submission.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Tells a new log how everything stands. Who knows it already is not disturbed: revisions that are known change nothing. */
@ApplicationScoped
class Republication {

    /** Units that cannot report meanwhile: for less than a second. */
    private static final int AT_ONCE = 500;

    private final Collections collections;
    private final Announcements announcements;
    private final Revisions revisions;
    private final SubmissionDesk desk;
    private final Outbox outbox;

    Republication(
            Collections collections,
            Announcements announcements,
            Revisions revisions,
            SubmissionDesk desk,
            Outbox outbox) {
        this.collections = collections;
        this.announcements = announcements;
        this.revisions = revisions;
        this.desk = desk;
        this.outbox = outbox;
    }

    void tellAll(@Observes LogIsNew log) {
        String last = "";
        List<String> codes = codes(last);
        while (!codes.isEmpty()) {
            codes.forEach(this::tell);
            last = codes.get(codes.size() - 1);
            codes = codes(last);
        }
    }

    private List<String> codes(String after) {
        return QuarkusTransaction.requiringNew().call(() -> collections.codes(after, AT_ONCE));
    }

    private void tell(String collection) {
        announcements.tellAgain(collection);
        String last = "";
        List<String> units = tellUnits(collection, last);
        while (!units.isEmpty()) {
            last = units.get(units.size() - 1);
            units = tellUnits(collection, last);
        }
    }

    /** In order with what the units report themselves: an older revision must not come after a newer one. */
    private List<String> tellUnits(String collection, String after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Collection asking = collections.get(collection, Scope.EVERYTHING);
            List<String> units = collections.hold(collection, after, AT_ONCE);
            units.forEach(unit ->
                    revisions.latest(collection, unit).ifPresent(latest -> outbox.append(event(asking, latest))));
            return units;
        });
    }

    private SubmissionEvent event(Collection asking, Revision latest) {
        return SubmissionEvent.of(
                latest,
                desk.check(asking, latest.unit(), latest.statement().stated()).warnings());
    }
}
