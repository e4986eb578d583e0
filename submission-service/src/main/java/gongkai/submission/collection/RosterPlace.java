package gongkai.submission.collection;

import jakarta.persistence.Column;
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

    /** The position on the bureau's lists; the roster is read in this order. */
    private int position;

    @Column(name = "on_roster")
    private boolean onRoster;

    protected RosterPlace() {}

    RosterPlace(String collection, Unit unit, int position) {
        this.collection = collection;
        this.code = unit.code();
        this.name = unit.name();
        this.kind = unit.kind();
        this.position = position;
        this.onRoster = true;
    }

    /** The unit need not report any more; what it reported stays on record. */
    void leave() {
        onRoster = false;
    }

    /** The unit is on the roster as the bureau now names it. */
    void take(Unit unit, int newPosition) {
        name = unit.name();
        kind = unit.kind();
        position = newPosition;
        onRoster = true;
    }

    boolean isOnRoster() {
        return onRoster;
    }

    int position() {
        return position;
    }

    Unit unit() {
        return new Unit(code, name, kind);
    }
}
