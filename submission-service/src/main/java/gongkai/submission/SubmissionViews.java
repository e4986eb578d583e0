package gongkai.submission;

import gongkai.submission.collection.Collection;
import gongkai.submission.form.Checked;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Shows revisions to readers, with what is to be said about their figures. */
@ApplicationScoped
class SubmissionViews {

    private final SubmissionDesk desk;

    SubmissionViews(SubmissionDesk desk) {
        this.desk = desk;
    }

    SubmissionView of(Revision revision, Collection asking, Locale language) {
        return of(revision.unit(), List.of(revision), asking, language).get(0);
    }

    /** @param unit whose revisions they all are */
    List<SubmissionView> of(String unit, List<Revision> revisions, Collection asking, Locale language) {
        List<Stated> stated = revisions.stream()
                .map(revision -> revision.statement().stated())
                .toList();
        Iterator<Checked> checked = desk.check(asking, unit, stated).iterator();
        return revisions.stream()
                .map(revision -> SubmissionView.of(
                        revision,
                        asking.isClosed(),
                        FindingView.of(checked.next().findings(), language)))
                .toList();
    }
}
