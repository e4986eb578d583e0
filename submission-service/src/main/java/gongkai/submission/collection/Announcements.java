package gongkai.submission.collection;

import gongkai.chassis.outbox.Outbox;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;

/** Publishes collections, and records their changes. */
@ApplicationScoped
public class Announcements {

    private final Collections collections;
    private final StatedValues values;
    private final Forms forms;
    private final Outbox outbox;
    private final Clock clock;

    Announcements(Collections collections, StatedValues values, Forms forms, Outbox outbox, Clock clock) {
        this.collections = collections;
        this.values = values;
        this.forms = forms;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Publishes the collection again in its present state, with the time of its last change. */
    @Transactional
    public void republish(String code) {
        Collection collection = collections.getToChange(code, Scope.EVERYTHING);
        Instant changedAt = collections.changes(code).stream()
                .findFirst()
                .map(Change::madeAt)
                .orElseGet(clock::instant);
        publish(collection, changedAt);
    }

    @Transactional(TxType.MANDATORY)
    void publishNew(Collection collection) {
        publish(collection, clock.instant());
    }

    /** The same of a change that needs no reason. */
    @Transactional(TxType.MANDATORY)
    void publishChange(Collection changed, String what, String by) {
        publishChange(changed, what, null, by);
    }

    /** Records a change to a collection and publishes the collection. */
    @Transactional(TxType.MANDATORY)
    void publishChange(Collection changed, String what, String reason, String by) {
        Instant now = clock.instant();
        collections.record(new Change(changed, what, reason, by, now));
        publish(changed, now);
    }

    private void publish(Collection collection, Instant announcedAt) {
        Form form = forms.get(collection.form()).with(collection.localRows());
        outbox.append(CollectionEvent.of(collection, form, values.of(collection.code()), announcedAt));
    }
}
