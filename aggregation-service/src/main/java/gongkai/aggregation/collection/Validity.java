package gongkai.aggregation.collection;

import jakarta.persistence.Embeddable;

/**
 * When a fact about a collection was so, in revisions of its totals.
 *
 * @param since the first revision that knew it
 * @param until the first that no longer did; null as long as it is so
 */
@Embeddable
public record Validity(long since, Long until) {

    public static Validity since(long revision) {
        return new Validity(revision, null);
    }

    public Validity until(long revision) {
        if (until != null || revision < since) {
            throw new IllegalStateException("What is so %s cannot end at %d".formatted(this, revision));
        }
        return new Validity(since, revision);
    }
}
