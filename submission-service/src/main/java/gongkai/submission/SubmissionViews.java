package gongkai.submission;

import gongkai.submission.collection.Collection;
import gongkai.submission.form.Checked;
import gongkai.submission.form.FindingView;
import jakarta.enterprise.context.ApplicationScoped;
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
        Checked checked =
                desk.check(asking, revision.unit(), revision.statement().stated());
        return SubmissionView.of(revision, asking.isClosed(), FindingView.of(checked.findings(), language));
    }

    List<SubmissionView> of(List<Revision> revisions, Collection asking, Locale language) {
        return revisions.stream()
                .map(revision -> of(revision, asking, language))
                .toList();
    }
}
