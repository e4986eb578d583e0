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

/** One immutable revision of a submission: the unit's figures, their author, time and origin. */
@Entity
@Immutable
@IdClass(Revision.Key.class)
public class Revision {

    /**
     * The life cycle of a submission. A submitted one is accepted when its collection closes, which its revision does not say.
     *
     * <pre>
     *   DRAFT ◀── withdraw ──┐
     *     │                  │
     *     └──── submit ──▶ SUBMITTED ── return ──▶ RETURNED
     *                        ▲                        │
     *                        └──────── submit ────────┘
     * </pre>
     */
    public enum State {
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

    public record Key(String collection, String unit, long number) implements Serializable {}

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

    private SourceTotals sourceTotals;

    protected Revision() {}

    Revision(Key key, State state, SubmissionContent content, RevisionMetadata metadata) {
        this.collection = key.collection();
        this.unit = key.unit();
        this.number = key.number();
        this.state = state;
        this.figures = content.figures();
        this.derived = content.derived();
        this.notApplicable = content.notApplicable();
        this.explanations = content.explanations();
        this.remarks = content.remarks();
        this.source = metadata.source();
        this.filledInBy = metadata.filledInBy();
        this.madeBy = metadata.by();
        this.madeAt = metadata.at();
        this.sourceTotals = metadata.sourceTotals();
    }

    /** The revision, not yet stored, with its reason. */
    Revision because(String aReason) {
        reason = aReason;
        return this;
    }

    /** The revision, not yet stored, marked late or not. */
    Revision late(boolean isLate) {
        late = isLate;
        return this;
    }

    public String collection() {
        return collection;
    }

    public String unit() {
        return unit;
    }

    public long number() {
        return number;
    }

    public State state() {
        return state;
    }

    public SubmissionContent content() {
        return new SubmissionContent(figures, derived, notApplicable, explanations, remarks);
    }

    /** The reason for returning or withdrawing it; null for other revisions. */
    String reason() {
        return reason;
    }

    Source source() {
        return source;
    }

    String filledInBy() {
        return filledInBy;
    }

    public String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    /** The totals of the level below that the figures are; null for figures that people made. */
    SourceTotals sourceTotals() {
        return sourceTotals;
    }

    boolean late() {
        return late;
    }
}
