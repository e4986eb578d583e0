package gongkai.publication.draft;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

/** The report goes out without a unit's figures, and says so: for this unit, for this reason. */
@Entity
@IdClass(Omission.Key.class)
class Omission {

    record Key(String report, String unit) implements Serializable {}

    @Id
    private String report;

    @Id
    private String unit;

    private String reason;

    private String statedBy;

    private Instant statedAt;

    /** For Hibernate. */
    protected Omission() {}

    Omission(String report, String unit) {
        this.report = report;
        this.unit = unit;
    }

    void state(String because, String by, Instant now) {
        reason = because;
        statedBy = by;
        statedAt = now;
    }

    String report() {
        return report;
    }

    String unit() {
        return unit;
    }

    String reason() {
        return reason;
    }

    String statedBy() {
        return statedBy;
    }

    Instant statedAt() {
        return statedAt;
    }
}
