package gongkai.publication.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/** One published version of a report (版次). It never changes, and the database sees to it; a correction is the next edition. */
@Entity
@Immutable
@IdClass(Edition.Key.class)
class Edition {

    record Key(String report, int number) implements Serializable {}

    @Id
    private String report;

    @Id
    private int number;

    @SuppressWarnings("unused") // A query reads it, into an EditionSummary.
    private Instant publishedAt;

    @SuppressWarnings("unused") // A query reads it, into an EditionSummary.
    private String publishedBy;

    @SuppressWarnings("unused") // A query reads it, into an EditionSummary.
    private String reason;

    private long totalsRevision;

    private long narrativeRevision;

    private byte[] document;

    private String digest;

    /** For Hibernate. */
    protected Edition() {}

    /** @param document what was published, in the very bytes that everyone will be given */
    Edition(PublishedReport published, byte[] document) {
        this.report = published.report();
        this.number = published.edition();
        this.publishedAt = published.publishedAt();
        this.publishedBy = published.publishedBy();
        this.reason = published.reason();
        this.totalsRevision = published.provenance().totalsRevision();
        this.narrativeRevision = published.provenance().narrativeRevision();
        this.document = document.clone();
        this.digest = sha256(document);
    }

    /** Whether publishing this draft, with these totals, would only say it all again. */
    boolean says(long totals, long narrative) {
        return totalsRevision == totals && narrativeRevision == narrative;
    }

    String report() {
        return report;
    }

    int number() {
        return number;
    }

    byte[] document() {
        return document.clone();
    }

    /** SHA-256 of the document, in hexadecimal. */
    String digest() {
        return digest;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
