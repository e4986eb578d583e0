package gongkai.submission.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A unit's place on the roster of a collection. */
@Entity
@Table(name = "unit")
@IdClass(RosterPlace.Key.class)
class RosterPlace {

    record Key(String collection, String code) implements Serializable {}

    @Id
    private String collection;

    @Id
    private String code;

    private String name;
    private String kind;

    /** Where the bureau wants it on its lists; the roster is read in this order. */
    @SuppressWarnings("UnusedVariable") // Hibernate reads it.
    private int position;

    protected RosterPlace() {}

    RosterPlace(String collection, Unit unit, int position) {
        this.collection = collection;
        this.code = unit.code();
        this.name = unit.name();
        this.kind = unit.kind();
        this.position = position;
    }

    Unit unit() {
        return new Unit(code, name, kind);
    }
}
