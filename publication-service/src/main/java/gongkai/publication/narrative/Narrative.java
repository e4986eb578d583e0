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

/** The current text of a report, section by section. Editions keep their own. */
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
        // A retry after a time-out has succeeded already.
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
    /** As in the audit log: of the text, a digest. */
    Map<String, Object> summary() {
        return Map.of("revision", revision, "content", Sha256.ofJson(sections));
    }

    public long revision() {
        return revision;
    }

    public List<Section> sections() {
        return sections;
    }

    /** The author of this revision. */
    public String writtenBy() {
        return writtenBy;
    }

    /** The subject of the author's token. */
    public String writtenSubject() {
        return writtenSubject;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
