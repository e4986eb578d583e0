package gongkai.aggregation.total;

import gongkai.aggregation.rollup.Figures;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The bureau's figures (汇总) at one revision. Never changed: the next revision is the next row. They are as of the latest event they
 * rest on, by the time of whoever made it.
 */
@Entity
@Immutable
@IdClass(Totals.Key.class)
class Totals {

    record Key(String collection, long revision) implements Serializable {}

    @Id
    private String collection;

    @Id
    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    @Column(name = "as_of")
    private Instant asOf;

    protected Totals() {}

    Totals(String collection, long revision, Figures figures, Instant asOf) {
        this.collection = collection;
        this.revision = revision;
        this.figures = figures;
        this.asOf = asOf;
    }

    String collection() {
        return collection;
    }

    long revision() {
        return revision;
    }

    Figures figures() {
        return figures;
    }

    Instant asOf() {
        return asOf;
    }
}
