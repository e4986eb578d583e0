package gongkai.publication.draft;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.approval.Approval;
import gongkai.publication.approval.ApprovalSubject;
import gongkai.publication.approval.Omission;
import gongkai.publication.approval.Review;
import gongkai.publication.approval.ValidApproval;
import gongkai.publication.edition.Correction;
import gongkai.publication.edition.Figure;
import gongkai.publication.edition.FindingView;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.PublishedReport.CountedUnit;
import gongkai.publication.edition.PublishedReport.EditionBefore;
import gongkai.publication.edition.PublishedReport.Omitted;
import gongkai.publication.edition.PublishedReport.Provenance;
import gongkai.publication.edition.PublishedReport.PublishedForm;
import gongkai.publication.edition.PublishedReport.Step;
import gongkai.publication.edition.PublishedReport.Steps;
import gongkai.publication.finding.Decision;
import gongkai.publication.finding.TextFindings;
import gongkai.publication.narrative.Narrative;
import gongkai.publication.narrative.Outline;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.Totals;
import gongkai.publication.report.Totals.Unit;
import gongkai.publication.report.YearFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The content of an edition if it were published now, and the obstacles. */
final class Draft {

    /** @param digest of its document */
    record Before(PublishedReport report, String digest, Instant publishedAt) {}

    private final Totals totals;
    private final YearFigures figures;
    private final Optional<Narrative> narrative;
    private final Optional<Review> review;
    private final TextFindings textFindings;
    private final Map<String, Decision> decisions;
    private final List<Omission> omissions;
    private final Optional<Before> before;
    private final boolean fourEyes;

    /**
     * @param review the latest, which may be of an earlier text
     * @param omissions stated ones, of whatever units
     * @param before the latest edition
     */
    Draft(
            Totals totals,
            YearFigures figures,
            Optional<Narrative> narrative,
            Optional<Review> review,
            Map<String, Decision> decisions,
            List<Omission> omissions,
            Optional<Before> before,
            boolean fourEyes) {
        this.totals = totals;
        this.figures = figures;
        this.narrative = narrative;
        this.review = review.filter(known -> known.isOf(revision(narrative)));
        this.decisions = decisions;
        this.omissions = omissions;
        this.before = before;
        this.fourEyes = fourEyes;
        List<Section> written = narrative.map(Narrative::sections).orElse(List.of());
        // Withheld sections need not be accounted for.
        List<Section> open =
                this.review.map(known -> known.publicPartOf(written)).orElse(written);
        this.textFindings = TextFindings.of(open, figures, totals.period().to().getYear(), decisions);
    }

    private static long revision(Optional<Narrative> narrative) {
        return narrative.map(Narrative::revision).orElse(0L);
    }

    Totals totals() {
        return totals;
    }

    List<Figure> figures() {
        return Figure.of(totals, figures);
    }

    /** As readers would see it. */
    List<Section> text() {
        return textFindings.sections();
    }

    long narrativeRevision() {
        return revision(narrative);
    }

    /** The number that the edition would have. */
    int edition() {
        return before.map(latest -> latest.report().edition()).orElse(0) + 1;
    }

    Optional<Review> review() {
        return review;
    }

    TextFindings textFindings() {
        return textFindings;
    }

    /** The obstacles to publication, for every caller. */
    List<PublicationObstacle> obstacles() {
        var obstacles = new ArrayList<PublicationObstacle>();
        List<Unit> missing = totals.unitsOutstanding().stream()
                .filter(unit -> omission(unit).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            obstacles.add(new PublicationObstacle.UnitsMissing(missing));
        }
        if (!totals.indicatorsWithoutFigure().isEmpty()) {
            obstacles.add(new PublicationObstacle.FiguresMissing(totals.indicatorsWithoutFigure()));
        }
        if (!totals.errors().isEmpty()) {
            obstacles.add(new PublicationObstacle.RulesBroken(FindingView.of(totals, totals.errors())));
        }
        List<Outline.Part> unwritten = Outline.of(totals.form().code()).missingIn(text());
        if (!unwritten.isEmpty()) {
            obstacles.add(PublicationObstacle.OutlineNotFollowed.of(unwritten));
        }
        if (!textFindings.blanks().isEmpty()) {
            obstacles.add(new PublicationObstacle.ReferencesBlank(textFindings.blanks()));
        }
        if (!textFindings.openContradictions().isEmpty()) {
            obstacles.add(new PublicationObstacle.TextContradictsTable(textFindings.openContradictions()));
        }
        if (!textFindings.openNumbers().isEmpty()) {
            obstacles.add(new PublicationObstacle.NumbersOpen(textFindings.openNumbers()));
        }
        if (review.isEmpty()) {
            obstacles.add(new PublicationObstacle.NotReviewed(narrativeRevision()));
        } else if (review.get().outcome() == Review.Outcome.DO_NOT_PUBLISH) {
            obstacles.add(new PublicationObstacle.ReviewedAsSecret(review.get()));
        }
        return obstacles;
    }

    private Optional<Omission> omission(Unit unit) {
        return omissions.stream()
                .filter(omission -> omission.unit().equals(unit.code()))
                .findFirst();
    }

    /** The subject of an approval of this draft. */
    ApprovalSubject basis(Function<Object, String> hash) {
        var held = new TreeMap<String, Decision.Ruling>();
        textFindings
                .decided()
                .forEach(subject -> held.put(subject, decisions.get(subject).ruling()));
        return new ApprovalSubject(
                totals.collection(),
                edition(),
                totals.revision(),
                hash.apply(totals.form()),
                figures.values(),
                figures.before(),
                figures.history(),
                totals.units().stream()
                        .filter(unit -> unit.state() == Unit.State.SUBMITTED)
                        .collect(Collectors.toMap(Unit::code, Unit::revision)),
                text(),
                held,
                omitted().stream().collect(Collectors.toMap(Omitted::unit, Omitted::reason)),
                review.map(ApprovalSubject.ReviewOf::of).orElse(null),
                FindingView.of(totals));
    }

    /**
     * Looks at who they are by their tokens; names are stated freely.
     *
     * @throws ProblemException where the bureau wants different people and they are not
     */
    void mayBeApprovedBy(String approver, String name) {
        if (fourEyes) {
            String writer = narrative.map(Narrative::writtenSubject).orElse("");
            String reviewer = review.map(Review::reviewedSubject).orElse("");
            if (approver.equals(writer) || approver.equals(reviewer) || writer.equals(reviewer)) {
                throw new ProblemException(
                        DraftProblem.FOUR_EYES_WANTED,
                        narrative.map(Narrative::writtenBy).orElse(""),
                        review.map(Review::reviewedBy).orElse(""),
                        name);
            }
        }
    }

    /**
     * Makes the document of the edition. The only way to one leads through an approval of just this draft.
     *
     * @param reason may be null for a first edition
     * @param publishedAt when it can be read from
     */
    PublishedReport publish(ValidApproval approval, String by, String reason, Instant publishedAt, Instant now) {
        if (before.isPresent() && reason == null) {
            throw new ProblemException(DraftProblem.REASON_MISSING, edition());
        }
        if (before.isPresent() && !publishedAt.isAfter(before.get().publishedAt())) {
            throw new ProblemException(DraftProblem.TOO_EARLY, before.get().publishedAt());
        }
        List<Figure> cells = figures();
        return new PublishedReport(
                totals.collection(),
                edition(),
                publishedAt,
                by,
                reason,
                totals.bureau(),
                totals.period(),
                PublishedForm.of(totals.form()),
                cells,
                Figure.values(cells),
                figures.history(),
                text(),
                Declarations.of(textFindings, decisions),
                omitted(),
                before.map(earlier -> Correction.of(earlier.report(), cells, text()))
                        .orElse(null),
                steps(approval.approval(), new Step(by, now)),
                new Provenance(
                        totals.revision(),
                        narrativeRevision(),
                        totals.compiledBy(),
                        totals.units().stream().map(CountedUnit::of).toList(),
                        FindingView.of(totals),
                        before.map(earlier -> new EditionBefore(earlier.report().edition(), earlier.digest()))
                                .orElse(null)));
    }

    private Steps steps(Approval approval, Step published) {
        List<Section> sections = narrative.map(Narrative::sections).orElse(List.of());
        return new Steps(
                narrative
                        .map(text -> new Step(text.writtenBy(), text.writtenAt()))
                        .orElse(null),
                review.orElseThrow().asPublished(sections),
                approval.asPublished(),
                published);
    }

    private List<Omitted> omitted() {
        return totals.unitsOutstanding().stream()
                .flatMap(unit -> omission(unit).stream()
                        .map(omission -> new Omitted(unit.code(), unit.name(), omission.reason())))
                .toList();
    }
}
