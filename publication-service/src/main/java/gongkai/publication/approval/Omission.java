package gongkai.publication.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

/** The report goes out without a unit's figures, and says so: for this unit, for this reason. */
@Entity
@IdClass(Omission.Key.class)
public class Omission {

    public record Key(String report, String unit) implements Serializable {}

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

    public void state(String because, String by, Instant now) {
        reason = because;
        statedBy = by;
        statedAt = now;
    }

    public String report() {
        return report;
    }

    public String unit() {
        return unit;
    }

    public String reason() {
        return reason;
    }

    public String statedBy() {
        return statedBy;
    }

    public Instant statedAt() {
        return statedAt;
    }
}
