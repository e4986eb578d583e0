package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.FormDocument;
import gongkai.aggregation.collection.StatedValue;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.Standing;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Finding;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.rollup.RunningTotals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A collection at one revision of its totals: what was asked, of whom, what had come, and what it added up to. */
record Snapshot(Announcement announcement, FormDocument document, Totals totals, List<Standing> units) {

    /** In the order of the form. */
    Figures figures() {
        return new RunningTotals(document.form(), announcement.compiledBy(), totals.figures()).figures();
    }

    /** What the bureau states of this figure, while the totals go by it. */
    Optional<StatedValue> stated(Indicator indicator) {
        boolean holds = totals.stated().stream()
                .anyMatch(statement -> statement.indicator().equals(indicator.code()) && statement.holds());
        return announcement.statedValues().stream()
                .filter(stated -> holds && stated.indicator().equals(indicator.code()))
                .findFirst();
    }

    /** What the bureau states and cannot be: the units have reported something else since. */
    List<Finding> statementsThatCannotBe() {
        return totals.stated().stream()
                .filter(statement -> !statement.holds())
                .map(Finding::of)
                .toList();
    }

    Progress progress() {
        return Progress.of(units);
    }

    /** Of the totals by themselves. The period before may change when these do not: only {@link FindingsView} looks back. */
    List<Finding> findings() {
        return Stream.concat(
                        document.form().check(totals.figures(), Figures.NONE).stream(),
                        statementsThatCannotBe().stream())
                .toList();
    }
}
