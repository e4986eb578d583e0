package gongkai.aggregation.total;

import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.StatedValueCheck;
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
 * The bureau's figures (汇总) at one revision. They never change: the next revision is the next row. Their time is that of the latest
 * event they rest on, as its sender gave it.
 */
@Entity
@Immutable
@IdClass(Totals.Key.class)
public class Totals {

    record Key(String collection, long revision) implements Serializable {}

    @Id
    private String collection;

    @Id
    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StatedValueCheck> stated;

    @Column(name = "as_of")
    private Instant asOf;

    protected Totals() {}

    /**
     * @param figures what the contributions add up to
     * @param stated what the bureau says some of them come to
     */
    Totals(String collection, long revision, Figures figures, List<StatedValueCheck> stated, Instant asOf) {
        this.collection = collection;
        this.revision = revision;
        this.figures = figures;
        this.stated = stated;
        this.asOf = asOf;
    }

    public String collection() {
        return collection;
    }

    public long revision() {
        return revision;
    }

    /** The sums of the contributions. Running totals continue from them, and a recount is compared with them. */
    public Figures sums() {
        return figures;
    }

    /** The bureau's figures: the sums, but for those that the bureau stated and that can be so. */
    public Figures figures() {
        return figures.with(stated.stream()
                .filter(StatedValueCheck::holds)
                .collect(Collectors.toMap(StatedValueCheck::indicator, StatedValueCheck::value)));
    }

    public List<StatedValueCheck> stated() {
        return stated;
    }

    public Instant asOf() {
        return asOf;
    }
}
