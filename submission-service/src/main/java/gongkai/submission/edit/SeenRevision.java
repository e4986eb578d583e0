package gongkai.submission.edit;

import gongkai.submission.language.Text;
import jakarta.ws.rs.core.EntityTag;

/**
 * The revision an editor has seen, as its {@code If-Match} header names it.
 *
 * @param ifMatch null where the header is missing
 */
public record SeenRevision(String ifMatch) {

    /** @param revision null where none is named */
    public static SeenRevision of(Long revision) {
        return new SeenRevision(revision == null ? null : "\"%d\"".formatted(revision));
    }

    /**
     * Lets an edit pass only where its author saw what it replaces.
     *
     * @param current the revision that stands
     * @param standing who changed it last and how, for whoever comes too late
     * @throws RevisionNotNamed where no revision is named
     * @throws StaleRevision where another one is named
     */
    public void mustBe(long current, Text standing) {
        if (ifMatch == null) {
            throw new RevisionNotNamed(current);
        }
        if (!ifMatch.equals("*") && !ifMatch.equals("\"%d\"".formatted(current))) {
            throw new StaleRevision(ifMatch, current, standing);
        }
    }

    /** The {@code ETag} of a revision. */
    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }
}
