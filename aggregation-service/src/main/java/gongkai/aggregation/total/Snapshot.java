package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.FormDocument;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.Standing;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Finding;
import gongkai.aggregation.rollup.RunningTotals;
import java.util.List;

/** A collection at one revision of its totals: what was asked, of whom, what had come, and what it added up to. */
record Snapshot(Announcement announcement, FormDocument document, Totals totals, List<Standing> units) {

    /** In the order of the form. */
    Figures figures() {
        return new RunningTotals(document.form(), announcement.compiledBy(), totals.figures()).figures();
    }

    Progress progress() {
        return Progress.of(units);
    }

    /** Of the totals by themselves. The period before may change when these do not: only {@link FindingsView} looks back. */
    List<Finding> findings() {
        return document.form().check(totals.figures(), Figures.NONE);
    }
}
