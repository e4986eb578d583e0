package gongkai.publication.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An annual report (年度报告) in the making. It begins when the first totals of its collection arrive, and rests on the latest.
 *
 * <p>Only {@link Reports#take} moves it on: that takes one guarded statement, which an entity cannot say.
 */
@Entity
@Immutable
public class Report {

    /** What the code of a report looks like: it is that of its collection. */
    public static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";

    @Id
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Totals totals;

    /** For Hibernate. */
    protected Report() {}

    public String code() {
        return code;
    }

    public Totals totals() {
        return totals;
    }
}
