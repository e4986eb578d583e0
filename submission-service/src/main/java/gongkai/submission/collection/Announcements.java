package gongkai.submission.collection;

import gongkai.submission.access.Scope;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** What others were told of collections. */
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

    /** Tells once more how it stands, as of its last change. */
    @Transactional
    public void tellAgain(String code) {
        Collection collection = collections.getToChange(code, Scope.EVERYTHING);
        Form form = forms.get(collection.form()).with(collection.localRows());
        Instant announcedAt = collections.changes(code).stream()
                .findFirst()
                .map(Change::madeAt)
                .orElseGet(clock::instant);
        outbox.append(CollectionEvent.of(collection, form, values.of(code), announcedAt));
    }
}
