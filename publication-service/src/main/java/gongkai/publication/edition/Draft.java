package gongkai.publication.edition;

import gongkai.publication.edition.PublishedReport.CountedUnit;
import gongkai.publication.edition.PublishedReport.Provenance;
import gongkai.publication.edition.PublishedReport.PublishedForm;
import gongkai.publication.narrative.Narrative;
import gongkai.publication.narrative.Section;
import gongkai.publication.problem.Refusal;
import gongkai.publication.report.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edition would say if it were published now.
 *
 * @param narrativeRevision 0 while there is no narrative
 * @param edition the number it would have
 */
record Draft(Totals totals, List<Section> narrative, long narrativeRevision, int edition) {

    static Draft of(Totals totals, Optional<Narrative> narrative, Optional<Edition> latest) {
        return new Draft(
                totals,
                narrative.map(Narrative::sections).orElse(List.of()),
                narrative.map(Narrative::revision).orElse(0L),
                latest.map(Edition::number).orElse(0) + 1);
    }

    /** What publication would be refused for, if it were asked for now. */
    List<Refusal> obstacles() {
        var obstacles = new ArrayList<Refusal>();
        if (!totals.unitsOutstanding().isEmpty()) {
            obstacles.add(new UnitsMissing(totals.unitsOutstanding()));
        }
        if (!totals.indicatorsWithoutFigure().isEmpty()) {
            obstacles.add(new FiguresMissing(totals.indicatorsWithoutFigure()));
        }
        if (!totals.errors().isEmpty()) {
            obstacles.add(new RulesBroken(FindingView.of(totals, totals.errors())));
        }
        return obstacles;
    }

    /**
     * Makes the document of the edition.
     *
     * @param totalsRevision what whoever publishes has seen: no other figures go out in their name
     * @param reason may be null for a first edition
     */
    PublishedReport publish(long totalsRevision, String publishedBy, String reason, Instant now) {
        if (totalsRevision > totals.revision()) {
            throw new TotalsNotArrived(totalsRevision, totals.revision());
        }
        if (totalsRevision < totals.revision()) {
            throw new TotalsHaveMovedOn(totalsRevision, totals.revision());
        }
        List<Refusal> obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw obstacles.get(0);
        }
        if (edition > 1 && reason == null) {
            throw new ReasonMissing(edition);
        }

        List<Figure> figures = Figure.of(totals);
        return new PublishedReport(
                totals.collection(),
                edition,
                now,
                publishedBy,
                reason,
                totals.bureau(),
                totals.period(),
                PublishedForm.of(totals.form()),
                figures,
                Figure.values(figures),
                narrative,
                new Provenance(
                        totals.revision(),
                        narrativeRevision,
                        totals.compiledBy(),
                        totals.units().stream().map(CountedUnit::of).toList(),
                        FindingView.of(totals)));
    }
}
