package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One step in the life of a submission: what a unit's figures were after it, who made it, and when. Never changed or deleted. */
@Entity
@Immutable
@IdClass(Revision.Key.class)
class Revision {

    /**
     * Where a submission stands.
     *
     * <pre>
     *   DRAFT ◀── withdraw ──┐
     *     │                  │
     *     └──── submit ──▶ SUBMITTED ── return ──▶ RETURNED
     *                        ▲                        │
     *                        └──────── submit ────────┘
     * </pre>
     */
    enum State {
        /** The unit's own: may be incomplete, and counts nowhere. */
        @JsonProperty("draft")
        DRAFT,
        /** Complete and consistent: counts in the totals. */
        @JsonProperty("submitted")
        SUBMITTED,
        /** Sent back by the bureau with a reason (退回): counts nowhere until it is submitted again. */
        @JsonProperty("returned")
        RETURNED
    }

    record Key(String collection, String unit, long number) implements Serializable {}

    @Id
    private String collection;

    @Id
    private String unit;

    @Id
    private long number;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private SortedMap<String, BigDecimal> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> derived;

    private String remarks;
    private String reason;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    private boolean late;

    protected Revision() {}

    Revision(Key key, State state, Statement statement, String reason, String madeBy, Instant madeAt, boolean late) {
        this.collection = key.collection();
        this.unit = key.unit();
        this.number = key.number();
        this.state = state;
        this.figures = statement.figures();
        this.derived = statement.derived();
        this.remarks = statement.remarks();
        this.reason = reason;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.late = late;
    }

    String collection() {
        return collection;
    }

    String unit() {
        return unit;
    }

    long number() {
        return number;
    }

    State state() {
        return state;
    }

    Statement statement() {
        return new Statement(figures, derived, remarks);
    }

    String reason() {
        return reason;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    boolean late() {
        return late;
    }
}
