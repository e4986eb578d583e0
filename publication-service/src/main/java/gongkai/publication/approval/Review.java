package gongkai.publication.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.edition.PublishedReport.Reviewed;
import gongkai.publication.edition.PublishedReport.Withheld;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.PlainText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A review for secrecy (先审查后公开, Regulations on Open Government Information, article 17) of one revision of the text. */
@Entity
@Immutable
public class Review {

    @Schema(name = "ReviewOutcome")
    public enum Outcome {
        /** All of it may be public. */
        @JsonProperty("publish")
        PUBLISH,
        /** Some sections may not. */
        @JsonProperty("publish-in-part")
        PUBLISH_IN_PART,
        /** None of it may. */
        @JsonProperty("do-not-publish")
        DO_NOT_PUBLISH
    }

    /** @param section its place in the text, from 0 */
    public record WithheldSection(
            @Min(0) @Schema(examples = "4") int section,

            @NotBlank @Size(max = 500) @PlainText @Schema(examples = "涉及未公开的办案信息")
            String reason) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String report;

    private long narrativeRevision;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String ticket;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<WithheldSection> withheld;

    private String reviewedBy;

    private String reviewedSubject;

    private Instant reviewedAt;

    /** For Hibernate. */
    protected Review() {}

    /** @param ticket the number of the paper that the review is filed under */
    Review(
            String report,
            long narrativeRevision,
            Outcome outcome,
            String ticket,
            List<WithheldSection> withheld,
            String by,
            String subject,
            Instant now) {
        this.report = report;
        this.narrativeRevision = narrativeRevision;
        this.outcome = outcome;
        this.ticket = ticket;
        this.withheld = List.copyOf(withheld);
        this.reviewedBy = by;
        this.reviewedSubject = subject;
        this.reviewedAt = now;
    }

    /** The text without what may not be public. */
    public List<Section> publicPartOf(List<Section> sections) {
        var open = new ArrayList<>(sections);
        withheld.forEach(kept -> open.set(
                kept.section(),
                new Section(
                        sections.get(kept.section()).heading(),
                        "（本部分不予公开：%s）".formatted(kept.reason().strip()))));
        return List.copyOf(open);
    }

    /** @param sections of the text that was reviewed */
    public Reviewed asPublished(List<Section> sections) {
        return new Reviewed(
                reviewedBy,
                reviewedAt,
                ticket,
                withheld.stream()
                        .map(kept -> new Withheld(sections.get(kept.section()).heading(), kept.reason()))
                        .toList());
    }

    public boolean isOf(long narrative) {
        return narrativeRevision == narrative;
    }

    public String report() {
        return report;
    }

    public long narrativeRevision() {
        return narrativeRevision;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String ticket() {
        return ticket;
    }

    public List<WithheldSection> withheld() {
        return withheld;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    /** The subject of the reviewer's token. */
    public String reviewedSubject() {
        return reviewedSubject;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }
}
