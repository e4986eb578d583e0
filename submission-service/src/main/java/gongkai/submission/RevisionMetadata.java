package gongkai.submission;

import java.time.Instant;

/**
 * The author, time and origin of a revision.
 *
 * @param filledInBy the unit that acted for the unit of the figures (代填); null if that unit acted for itself
 * @param sourceTotals the totals that the figures are; null for figures that people made
 */
record RevisionMetadata(String by, Instant at, Source source, String filledInBy, SourceTotals sourceTotals) {

    static RevisionMetadata of(String by, Instant at) {
        return new RevisionMetadata(by, at, Source.API, null, null);
    }

    static RevisionMetadata of(SubmissionRequest request, Instant at) {
        NewSubmission content = request.content();
        return new RevisionMetadata(
                content.submittedBy(), at, request.source(), content.filledInBy(), request.sourceTotals());
    }
}
