package gongkai.submission;

import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;

/**
 * A unit's figures on their way in, whichever way they come.
 *
 * @param scope the rows that the caller reaches
 * @param seen the revision that the figures were made on
 * @param sourceTotals the totals that the figures are; null for figures that people made
 */
public record SubmissionRequest(
        Scope scope,
        String collection,
        String unit,
        NewSubmission content,
        SeenRevision seen,
        Source source,
        SourceTotals sourceTotals) {

    /** A request that came as JSON. */
    public static SubmissionRequest of(
            Scope scope, String collection, String unit, NewSubmission content, SeenRevision seen) {
        return new SubmissionRequest(scope, collection, unit, content, seen, Source.API, null);
    }

    /** The same request, come another way. */
    public SubmissionRequest from(Source otherSource) {
        return new SubmissionRequest(scope, collection, unit, content, seen, otherSource, sourceTotals);
    }

    /** The same request, made of totals of the level below. */
    public SubmissionRequest from(SourceTotals origin) {
        return new SubmissionRequest(scope, collection, unit, content, seen, Source.UPWARDS, origin);
    }
}
