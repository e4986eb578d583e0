package gongkai.publication.report;

import gongkai.chassis.audit.AuditedChange;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/**
 * An annual report (年度报告) in the making. It begins with the first totals of its collection, and is based on the newest.
 *
 * <p>Only {@link ReportUpdater} changes it, with one guarded statement for a whole batch.
 */
@Entity
@Immutable
public class Report {

    /** The pattern of a report's code, which is that of its collection. */
    public static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";

    @Id
    private String code;

    @Convert(converter = TotalsColumn.class)
    private Totals totals;

    /** For Hibernate. */
    protected Report() {}

    public String code() {
        return code;
    }

    /**
     * A change of the report, for the audit log.
     *
     * @param part the changed part, as in its address
     */
    public AuditedChange change(
            String part, String by, Map<String, Object> before, Map<String, Object> after, String reason) {
        return new AuditedChange(
                totals.bureau().code(), null, "/v1/reports/%s%s".formatted(code, part), by, before, after, reason);
    }

    public Totals totals() {
        return totals;
    }
}
