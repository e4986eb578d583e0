package gongkai.aggregation.collection;

import java.time.Instant;

/**
 * What is new of a collection.
 *
 * @param revisions how many revisions the announcement and the submissions have gone on together: as far does the clock move
 * @param latest the time of the latest of its events
 */
public record News(long revisions, Instant latest) {

    public News and(News other) {
        return new News(revisions + other.revisions, latest.isAfter(other.latest) ? latest : other.latest);
    }
}
