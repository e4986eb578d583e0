package gongkai.publication.draft;

import gongkai.publication.edition.Canonical;
import gongkai.publication.edition.PublishedReport.Approved;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Somebody has taken responsibility for a draft as it stood: for all of {@link ApprovalSubject}, named by its hash. */
@Entity
@Immutable
class Approval {

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
    Approval(String report, byte[] basis, String by, String subject, Instant now) {
        this.report = report;
        this.hash = Canonical.sha256(basis);
        this.basis = new String(basis, StandardCharsets.UTF_8);
        this.approvedBy = by;
        this.approvedSubject = subject;
        this.approvedAt = now;
    }

    Approved asPublished() {
        return new Approved(approvedBy, approvedAt, hash);
    }

    long id() {
        return id;
    }

    String report() {
        return report;
    }

    String hash() {
        return hash;
    }

    String basis() {
        return basis;
    }

    String approvedBy() {
        return approvedBy;
    }

    boolean isBy(String subject, String name) {
        return approvedSubject.equals(subject) && approvedBy.equals(name);
    }

    /** Whose token it was approved with. */
    String approvedSubject() {
        return approvedSubject;
    }

    Instant approvedAt() {
        return approvedAt;
    }
}
