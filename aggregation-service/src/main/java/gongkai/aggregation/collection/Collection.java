package gongkai.aggregation.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A collection (报送任务) by its code, and the revision its totals have reached: the clock by which every other fact about it is
 * dated. There is one from the first event that names it, be that a submission which overtook the announcement.
 *
 * <p>The clock stands at the sum of what is known: the announcement's revision and those of all units' submissions. So it moves with
 * everything that is new, and where it stands depends neither on the order of events nor on how they were cut into batches. A database
 * that is rebuilt from the log comes to the same revisions.
 */
@Entity
public class Collection {

    @Id
    private String code;

    private long revision;

    protected Collection() {}

    public String code() {
        return code;
    }

    /** 0 as long as there are no totals. */
    public long revision() {
        return revision;
    }

    /** New facts are dated with the revision that this call reaches. */
    public void advance(long revisions) {
        if (revisions < 1) {
            throw new IllegalArgumentException("The clock of %s cannot move by %d".formatted(code, revisions));
        }
        revision += revisions;
    }
}
