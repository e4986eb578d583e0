package gongkai.aggregation.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A unit's place on the roster of a collection, for as long as it has it. */
@Entity
@Table(name = "roster")
@IdClass(RosterPlace.Key.class)
class RosterPlace {

    record Key(String collection, String unit, long announcement) implements Serializable {}

    @Id
    private String collection;

    @Id
    private String unit;

    @Id
    private long announcement;

    private int position;

    private String name;

    private String kind;

    private Validity validity;

    protected RosterPlace() {}

    RosterPlace(CollectionAnnounced event, int position, long since) {
        Unit unit = event.units().get(position);
        this.collection = event.collection();
        this.announcement = event.revision();
        this.unit = unit.code();
        this.name = unit.name();
        this.kind = unit.kind();
        this.position = position;
        this.validity = Validity.since(since);
    }

    void end(long totals) {
        validity = validity.until(totals);
    }

    /** Whether the roster still says the same of this unit. */
    boolean says(Unit other, int otherPosition) {
        return position == otherPosition && new Unit(unit, name, kind).equals(other);
    }

    String collection() {
        return collection;
    }

    String unit() {
        return unit;
    }
}
