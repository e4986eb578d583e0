package gongkai.aggregation.collection;

import java.time.Instant;

/**
 * How far new events move a collection's clock.
 *
 * @param revisions by how many revisions the announcement and the submissions have advanced together
 * @param latest the time of the latest of its events
 */
public record ClockAdvance(long revisions, Instant latest) {

    public ClockAdvance and(ClockAdvance other) {
        return new ClockAdvance(revisions + other.revisions, latest.isAfter(other.latest) ? latest : other.latest);
    }
}
