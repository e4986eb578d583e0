package gongkai.aggregation.progress;

import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.collection.Validity;
import gongkai.aggregation.rollup.Figures;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One revision of a unit's submission (报送), and from which to which revision of the totals it was the latest. Whether it counted
 * then is another matter: that takes a roster that names the unit.
 */
@Entity
@IdClass(Submission.Key.class)
public class Submission {

    record Key(String collection, String unit, long revision) implements Serializable {}

    @Id
    private String collection;

    @Id
    private String unit;

    @Id
    private long revision;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    /** The indicators that, as the unit says, do not apply to it (不适用). */
    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "not_applicable")
    @SuppressWarnings("UnusedVariable") // Standings and contributions read it.
    private List<String> notApplicable;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    @SuppressWarnings("UnusedVariable") // Standings read it.
    private List<Warning> warnings;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    @SuppressWarnings("UnusedVariable") // Standings and contributions read it.
    private SourceTotals basis;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    private Validity validity;

    protected Submission() {}

    Submission(SubmissionReceived event, long since) {
        this.collection = event.collection();
        this.unit = event.unit();
        this.revision = event.revision();
        this.state = event.state();
        this.figures = event.values();
        this.notApplicable = event.notApplicable();
        this.warnings = event.warnings();
        this.basis = event.basis();
        this.submittedAt = event.submittedAt();
        this.validity = Validity.since(since);
    }

    void end(long totals) {
        validity = validity.until(totals);
    }

    public UnitKey key() {
        return new UnitKey(collection, unit);
    }

    public long revision() {
        return revision;
    }

    /** The figures that count: none unless it is submitted. */
    public Figures contribution() {
        return state.contribution(figures);
    }
}
