package gongkai.publication.report;

import gongkai.chassis.audit.AuditedChange;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An annual report (年度报告) in the making. It begins when the first totals of its collection arrive, and rests on the latest.
 *
 * <p>Only {@link ReportUpdater} moves it on: that takes one guarded statement, which an entity cannot say.
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

    /**
     * What somebody has done to the report, for the audit trail.
     *
     * @param part which part of it, as its address goes on
     */
    public AuditedChange deed(String part, String by, Map<String, Object> before, Map<String, Object> after, String reason) {
        return new AuditedChange(
                totals.bureau().code(), null, "/v1/reports/%s%s".formatted(code, part), by, before, after, reason);
    }

    public Totals totals() {
        return totals;
    }
}
