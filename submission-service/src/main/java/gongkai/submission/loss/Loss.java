package gongkai.submission.loss;

/**
 * Revisions that others know of and this database has lost: those behind {@code kept}, up to {@code number}.
 *
 * @param unit whose submission they are of; the empty text where they are the collection's own
 * @param number the latest that others know
 * @param kept the latest before them, which we have; 0 for none
 */
public record Loss(String collection, String unit, long number, long kept) {

    @Override
    public String toString() {
        return unit.isEmpty()
                ? "%s itself up to %d".formatted(collection, number)
                : "%s/%s %d-%d".formatted(collection, unit, kept + 1, number);
    }
}
