package gongkai.aggregation.collection;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** One announcement of a collection, with all but its units: these are in the {@link Roster}. */
@Entity
@IdClass(Announcement.Key.class)
public class Announcement {

    record Key(String collection, long revision) implements Serializable {}

    @Id
    private String collection;

    @Id
    private long revision;

    @Enumerated(EnumType.STRING)
    private CollectionState state;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "bureau"))
    @AttributeOverride(name = "name", column = @Column(name = "bureau_name"))
    private Bureau bureau;

    @Embedded
    @AttributeOverride(name = "from", column = @Column(name = "period_from"))
    @AttributeOverride(name = "to", column = @Column(name = "period_to"))
    private Period period;

    @Column(name = "compiled_by")
    private String compiledBy;

    private Instant deadline;

    /** The digest of its {@link FormDocument}. */
    private String form;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "stated_values")
    private List<StatedValue> statedValues;

    private Validity validity;

    protected Announcement() {}

    Announcement(CollectionAnnounced event, long since) {
        this.collection = event.collection();
        this.revision = event.revision();
        this.state = event.state();
        this.bureau = event.bureau();
        this.period = event.period();
        this.compiledBy = event.compiledBy();
        this.deadline = event.deadline();
        this.form = event.form().digest();
        this.statedValues = event.statedValues();
        this.validity = Validity.since(since);
    }

    void end(long totals) {
        validity = validity.until(totals);
    }

    public String collection() {
        return collection;
    }

    public long revision() {
        return revision;
    }

    public CollectionState state() {
        return state;
    }

    public Bureau bureau() {
        return bureau;
    }

    public Period period() {
        return period;
    }

    public String compiledBy() {
        return compiledBy;
    }

    public Instant deadline() {
        return deadline;
    }

    /** The figures that the bureau states itself. */
    public List<StatedValue> statedValues() {
        return statedValues;
    }

    String form() {
        return form;
    }
}
