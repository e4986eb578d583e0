package gongkai.submission.collection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bureau's own value of a distinct figure, since the same thing that several units or channels reported counts once
 * (相同信息计1条), and only somebody who knows what coincides can count it.
 */
@Entity
@Table(name = "stated_value")
@IdClass(StatedValue.Key.class)
@JsonPropertyOrder({"indicator", "value", "statedBy", "statedAt", "reason"})
@Schema(description = "What the bureau says a figure comes to that several units reported in part")
class StatedValue {

    record Key(String collection, String indicator) implements Serializable {}

    @Id
    private String collection;

    @Id
    private String indicator;

    private BigDecimal value;
    private String reason;

    @Column(name = "stated_by")
    private String statedBy;

    @Column(name = "stated_at")
    private Instant statedAt;

    protected StatedValue() {}

    StatedValue(String collection, String indicator) {
        this.collection = collection;
        this.indicator = indicator;
    }

    void state(BigDecimal newValue, String newReason, String by, Instant at) {
        value = newValue;
        reason = newReason;
        statedBy = by;
        statedAt = at;
    }

    boolean says(BigDecimal other, String otherReason, String by) {
        return value != null && value.compareTo(other) == 0 && reason.equals(otherReason) && statedBy.equals(by);
    }

    /** For the audit log: exact, as text; null before anything is stated. */
    Map<String, Object> summary() {
        return value == null ? null : Map.of("value", value().toPlainString());
    }

    @JsonIgnore
    String collection() {
        return collection;
    }

    @JsonProperty
    String indicator() {
        return indicator;
    }

    @JsonProperty
    BigDecimal value() {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @JsonProperty
    String statedBy() {
        return statedBy;
    }

    @JsonProperty
    Instant statedAt() {
        return statedAt;
    }

    @JsonProperty
    String reason() {
        return reason;
    }
}
