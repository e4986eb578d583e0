package gongkai.publication.narrative;

import gongkai.chassis.json.Sha256;
import gongkai.chassis.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The text of a report, section by section, as it stands. What was published of it stays with the edition. */
@Entity
public class Narrative {

    @Id
    private String report;

    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Section> sections;

    private String writtenBy;

    private String writtenSubject;

    private Instant writtenAt;

    /** For Hibernate. */
    protected Narrative() {}

    Narrative(String report, List<Section> sections, String by, String subject, Instant now) {
        this.report = report;
        this.revision = 1;
        this.sections = List.copyOf(sections);
        this.writtenBy = by;
        this.writtenSubject = subject;
        this.writtenAt = now;
    }

    /**
     * Replaces the whole text, where its author has seen the one that it replaces.
     *
     * @param seen the entity tag of the revision they have seen, or {@code *} for any; null if they named none
     */
    void rewrite(List<Section> text, String seen, String by, String subject, Instant now) {
        // Whoever sends the same again after a time-out has what they wanted.
        if (sections.equals(text)) {
            return;
        }
        if (seen == null) {
            throw new ProblemException(NarrativeProblem.REVISION_NOT_NAMED, revision);
        }
        if (!seen.equals("*") && !seen.equals("\"%d\"".formatted(revision))) {
            throw new ProblemException(NarrativeProblem.STALE_REVISION, seen, revision);
        }
        revision++;
        sections = List.copyOf(text);
        writtenBy = by;
        writtenSubject = subject;
        writtenAt = now;
    }

    public String report() {
        return report;
    }

    /** Counts the changes of this text. */
    /** As the audit trail keeps it: of the text, a digest. */
    Map<String, Object> summary() {
        return Map.of("revision", revision, "content", Sha256.ofJson(sections));
    }

    public long revision() {
        return revision;
    }

    public List<Section> sections() {
        return sections;
    }

    /** Who wrote this revision of it. */
    public String writtenBy() {
        return writtenBy;
    }

    /** Whose token it was written with. */
    public String writtenSubject() {
        return writtenSubject;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
