package gongkai.publication.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A decision of the author about a number or a contradiction. It holds while its sentence is unchanged, and is published with the
 * number.
 */
@Entity
@IdClass(Decision.Key.class)
public class Decision {

    /** The author's word for a number or a contradiction. */
    @Schema(name = "DecisionKind")
    public enum Kind {
        /** The number counts something that the table does not. */
        @JsonProperty("outside")
        OUTSIDE,
        /** The number is the figure of an indicator. */
        @JsonProperty("indicator")
        INDICATOR,
        /** The text speaks of other cells of the report: of their sum or difference. */
        @JsonProperty("scope")
        SCOPE,
        /** The sentence does not say what it was taken to say. */
        @JsonProperty("explained")
        EXPLAINED
    }

    record Key(String report, String subject) implements Serializable {}

    /**
     * The decision without who made it and when.
     *
     * @param indicator which one, of kind indicator
     * @param scope codes of indicators, of kind scope; one with - before it is subtracted
     * @param reason for readers; an indicator and a scope need none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ruling(Kind kind, String indicator, List<String> scope, String reason) {}

    @Id
    private String report;

    @Id
    private String subject;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String indicator;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scope;

    private String reason;

    private String decidedBy;

    private Instant decidedAt;

    /** For Hibernate. */
    protected Decision() {}

    Decision(String report, String subject, Ruling ruling, String by, Instant now) {
        this.report = report;
        this.subject = subject;
        decide(ruling, by, now);
    }

    /** The same decision again stays that of the one who made it first. */
    final void decide(Ruling ruling, String by, Instant now) {
        if (decidedBy != null && ruling.equals(ruling())) {
            return;
        }
        kind = ruling.kind();
        indicator = ruling.indicator();
        scope = ruling.scope();
        reason = ruling.reason();
        decidedBy = by;
        decidedAt = now;
    }

    /** The number or contradiction it is about. */
    public String subject() {
        return subject;
    }

    public Ruling ruling() {
        return new Ruling(kind, indicator, scope, reason);
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
