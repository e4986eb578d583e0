package gongkai.aggregation.total;

import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Statement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Statement> stated;

    @Column(name = "as_of")
    private Instant asOf;

    protected Totals() {}

    /**
     * @param figures what the contributions add up to
     * @param stated what the bureau says some of them come to
     */
    Totals(String collection, long revision, Figures figures, List<Statement> stated, Instant asOf) {
        this.collection = collection;
        this.revision = revision;
        this.figures = figures;
        this.stated = stated;
        this.asOf = asOf;
    }

    String collection() {
        return collection;
    }

    long revision() {
        return revision;
    }

    /** What the contributions add up to: what running totals go on from, and what a recount is held against. */
    Figures sums() {
        return figures;
    }

    /** The bureau's figures: the sums, but for those that the bureau stated and that can be so. */
    Figures figures() {
        return figures.with(stated.stream()
                .filter(Statement::holds)
                .collect(Collectors.toMap(Statement::indicator, Statement::value)));
    }

    List<Statement> stated() {
        return stated;
    }

    Instant asOf() {
        return asOf;
    }
}
