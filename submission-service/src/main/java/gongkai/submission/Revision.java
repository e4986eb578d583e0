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

/** One step in the life of a submission: what a unit stated, who made it so, when and how. Never changed or deleted. */
@Entity
@Immutable
@IdClass(Revision.Key.class)
class Revision {

    /**
     * Where a submission stands. One that is submitted when its collection closes is accepted, which its revision need not say.
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "not_applicable")
    private List<String> notApplicable;

    @JdbcTypeCode(SqlTypes.JSON)
    private SortedMap<String, String> explanations;

    private String remarks;
    private String reason;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(name = "filled_in_by")
    private String filledInBy;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    private boolean late;

    @Column(name = "request_key")
    private String requestKey;

    private Basis basis;

    protected Revision() {}

    /** @param late whether the figures came after the deadline */
    Revision(Key key, State state, Statement statement, String reason, Act act, boolean late) {
        this.collection = key.collection();
        this.unit = key.unit();
        this.number = key.number();
        this.state = state;
        this.figures = statement.figures();
        this.derived = statement.derived();
        this.notApplicable = statement.notApplicable();
        this.explanations = statement.explanations();
        this.remarks = statement.remarks();
        this.reason = reason;
        this.source = act.source();
        this.filledInBy = act.filledInBy();
        this.madeBy = act.by();
        this.madeAt = act.at();
        this.requestKey = act.requestKey();
        this.basis = act.basis();
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
        return new Statement(figures, derived, notApplicable, explanations, remarks);
    }

    /** Why it was returned or withdrawn; null for other revisions. */
    String reason() {
        return reason;
    }

    Source source() {
        return source;
    }

    String filledInBy() {
        return filledInBy;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    /** The caller's own name for the request that made it; null for none. */
    String requestKey() {
        return requestKey;
    }

    /** The totals of the level below that the figures are; null where people made them. */
    Basis basis() {
        return basis;
    }

    boolean late() {
        return late;
    }
}
