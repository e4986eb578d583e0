package gongkai.publication.edition;

import gongkai.chassis.json.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One published version of a report (版次). It never changes, and the database sees to it; a correction is the next edition. */
@Entity
@Immutable
@IdClass(Edition.Key.class)
@SuppressWarnings("UnusedVariable") // Queries read what the entity itself does not.
public class Edition {

    public record Key(String report, int number) implements Serializable {}

    @Id
    private String report;

    @Id
    private int number;

    private Instant publishedAt;

    private String publishedBy;

    private String reason;

    private String bureau;

    private String form;

    private Integer year;

    private long totalsRevision;

    private long narrativeRevision;

    private Long approval;

    private byte[] document;

    private String digest;

    private String signature;

    /** For Hibernate. */
    protected Edition() {}

    /**
     * @param document what was published, in the very bytes that everyone will be given
     * @param signature a detached JWS over the document
     * @param approval by which it may be published
     */
    Edition(PublishedReport published, byte[] document, String signature, long approval) {
        this.report = published.report();
        this.number = published.edition();
        this.publishedAt = published.publishedAt();
        this.publishedBy = published.publishedBy();
        this.reason = published.reason();
        this.bureau = published.bureau().code();
        this.form = published.form().code();
        this.year = published.inYear();
        this.totalsRevision = published.provenance().totalsRevision();
        this.narrativeRevision = published.provenance().narrativeRevision();
        this.document = document.clone();
        this.digest = Sha256.hex(document);
        this.signature = signature;
        this.approval = approval;
    }

    /** Whether it is what this approval let out. */
    public boolean restsOn(long approved) {
        return approval != null && approval == approved;
    }

    public String report() {
        return report;
    }

    public int number() {
        return number;
    }

    /** When everybody may read it; later than it was made where there is an embargo. */
    public Instant publishedAt() {
        return publishedAt;
    }

    public byte[] document() {
        return document.clone();
    }

    /** SHA-256 of the document, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** A detached JWS (RFC 7515, appendix F); null for editions of before there were signatures. */
    public String signature() {
        return signature;
    }
}
