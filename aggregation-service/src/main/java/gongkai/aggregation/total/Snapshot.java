package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.FormDocument;
import gongkai.aggregation.collection.StatedValue;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Finding;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.RunningTotals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A collection at one revision of its totals: what was asked, of whom, what had come, and what it added up to. */
public record Snapshot(Announcement announcement, FormDocument document, Totals totals, List<UnitProgress> units) {

    /** In the order of the form. */
    public Figures figures() {
        return new RunningTotals(document.form(), announcement.compiledBy(), totals.figures()).figures();
    }

    /** The value that the bureau states for this figure, if it is the total. */
    public Optional<StatedValue> stated(Indicator indicator) {
        boolean holds =
                totals.stated().stream().anyMatch(check -> check.indicator().equals(indicator.code()) && check.holds());
        return announcement.statedValues().stream()
                .filter(stated -> holds && stated.indicator().equals(indicator.code()))
                .findFirst();
    }

    /** Stated values that the units' figures contradict. */
    public List<Finding> contradictedStatements() {
        return totals.stated().stream()
                .filter(check -> !check.holds())
                .map(Finding::of)
                .toList();
    }

    public Progress progress() {
        return Progress.of(units);
    }

    /** Of these totals alone. The totals of the period before may change independently, so the endpoint for findings adds those rules. */
    public List<Finding> findings() {
        return Stream.concat(
                        document.form().check(totals.figures(), Figures.NONE).stream(),
                        contradictedStatements().stream())
                .toList();
    }
}
