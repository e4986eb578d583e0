package gongkai.aggregation.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A collection (报送任务) by its code, and the revision its totals have reached: the clock by which every other fact about it is
 * dated. There is one from the first event that names it, be that a submission which overtook the announcement.
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

    /** Something changes that totals tell of; the new revision is what the change is dated with. */
    public long advance() {
        revision++;
        return revision;
    }
}
