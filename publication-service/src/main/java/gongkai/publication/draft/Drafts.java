package gongkai.publication.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.json.CanonicalJson;
import gongkai.chassis.json.Sha256;
import gongkai.publication.approval.Approval;
import gongkai.publication.approval.ApprovalSubject;
import gongkai.publication.approval.Changed;
import gongkai.publication.approval.Omissions;
import gongkai.publication.approval.Reviews;
import gongkai.publication.approval.RulesOfBureaus;
import gongkai.publication.edition.Edition;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.PublishedReports;
import gongkai.publication.finding.Decisions;
import gongkai.publication.narrative.Narratives;
import gongkai.publication.report.Report;
import gongkai.publication.report.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts together what a draft is made of, and names the whole by its hash. */
@ApplicationScoped
class Drafts {

    private final Narratives narratives;
    private final Decisions decisions;
    private final Reviews reviews;
    private final Omissions omissions;
    private final RulesOfBureaus rules;
    private final Editions editions;
    private final PublishedReports published;
    private final YearsBefore yearsBefore;
    private final CanonicalJson canonicalJson;
    private final ObjectMapper json;

    Drafts(
            Narratives narratives,
            Decisions decisions,
            Reviews reviews,
            Omissions omissions,
            RulesOfBureaus rules,
            Editions editions,
            PublishedReports published,
            YearsBefore yearsBefore,
            CanonicalJson canonicalJson,
            ObjectMapper json) {
        this.narratives = narratives;
        this.decisions = decisions;
        this.reviews = reviews;
        this.omissions = omissions;
        this.rules = rules;
        this.editions = editions;
        this.published = published;
        this.yearsBefore = yearsBefore;
        this.canonicalJson = canonicalJson;
        this.json = json;
    }

    Draft of(Report report) {
        Totals totals = report.totals();
        return new Draft(
                totals,
                yearsBefore.figures(totals),
                narratives.findByIdOptional(report.code()),
                reviews.latest(report.code()),
                decisions.of(report.code()),
                omissions.of(report.code()),
                editions.latest(report.code()).map(this::before),
                rules.wantFourEyes(totals.bureau().code()));
    }

    private Draft.Before before(Edition edition) {
        PublishedReport report = published.read(edition);
        return new Draft.Before(report, edition.digest(), edition.publishedAt());
    }

    /** In canonicalJson JSON: its SHA-256 is the hash that is approved. */
    byte[] basis(Draft draft) {
        return canonicalJson.bytes(draft.basis(part -> Sha256.hex(canonicalJson.bytes(part))));
    }

    /** The changes since an approval. */
    List<Changed> changes(Approval approval, byte[] basis) {
        return Changed.between(read(approval.basis()), read(new String(basis, UTF_8)));
    }

    private ApprovalSubject read(String basis) {
        try {
            return json.readValue(basis, ApprovalSubject.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The basis of an approval cannot be read", e);
        }
    }
}
