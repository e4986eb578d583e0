package gongkai.publication.approval;

import gongkai.chassis.json.Sha256;
import gongkai.publication.edition.PublishedReport.Approved;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A person takes responsibility for a draft: for the whole {@link ApprovalSubject}, named by its hash. */
@Entity
@Immutable
public class Approval {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String report;

    private String hash;

    private String basis;

    private String approvedBy;

    private String approvedSubject;

    private Instant approvedAt;

    /** For Hibernate. */
    protected Approval() {}

    /** @param basis in canonical JSON */
    public Approval(String report, byte[] basis, String by, String subject, Instant now) {
        this.report = report;
        this.hash = Sha256.hex(basis);
        this.basis = new String(basis, StandardCharsets.UTF_8);
        this.approvedBy = by;
        this.approvedSubject = subject;
        this.approvedAt = now;
    }

    public Approved asPublished() {
        return new Approved(approvedBy, approvedAt, hash);
    }

    public long id() {
        return id;
    }

    public String report() {
        return report;
    }

    public String hash() {
        return hash;
    }

    public String basis() {
        return basis;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public boolean isBy(String subject, String name) {
        return approvedSubject.equals(subject) && approvedBy.equals(name);
    }

    /** The subject of the approver's token. */
    public String approvedSubject() {
        return approvedSubject;
    }

    public Instant approvedAt() {
        return approvedAt;
    }
}
