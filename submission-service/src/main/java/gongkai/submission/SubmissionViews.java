package gongkai.submission;

import gongkai.submission.collection.Collection;
import gongkai.submission.form.Checked;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Converts revisions to responses, with the findings about their figures. */
@ApplicationScoped
class SubmissionViews {

    private final SubmissionService submissions;

    SubmissionViews(SubmissionService submissions) {
        this.submissions = submissions;
    }

    SubmissionView of(Revision revision, Collection collection, Locale language) {
        return of(revision.unit(), List.of(revision), collection, language).get(0);
    }

    /** @param unit the unit of all the revisions */
    List<SubmissionView> of(String unit, List<Revision> revisions, Collection collection, Locale language) {
        List<Stated> stated =
                revisions.stream().map(revision -> revision.content().stated()).toList();
        Iterator<Checked> checked = submissions.check(collection, unit, stated).iterator();
        return revisions.stream()
                .map(revision -> SubmissionView.of(
                        revision,
                        collection.isClosed(),
                        FindingView.of(checked.next().findings(), language)))
                .toList();
    }
}
