package gongkai.aggregation.total;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Bureau;
import gongkai.aggregation.collection.CollectionState;
import gongkai.aggregation.collection.FormDocument;
import gongkai.aggregation.collection.Period;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Relation;
import gongkai.aggregation.rollup.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The totals of a collection have changed: {@code gongkai.totals.v1}. */
record TotalsEvent(
        String collection,
        long revision,
        CollectionState state,
        Bureau bureau,
        Period period,
        String compiledBy,
        Instant deadline,
        FormDocument form,
        Figures values,
        List<UnitProgress> units,
        Progress progress,
        List<Finding> findings,
        Instant asOf,
        String contentHash) {

    static final String TYPE = "gongkai.totals.v1";

    record Finding(
            String rule,
            Severity severity,
            BigDecimal left,
            Relation relation,
            BigDecimal right,
            List<String> indicators) {

        static Finding of(gongkai.aggregation.rollup.Finding finding) {
            var rule = finding.rule();
            return new Finding(
                    rule.code(), rule.severity(), finding.left(), rule.relation(), finding.right(), rule.indicators());
        }
    }

    static TotalsEvent of(Snapshot snapshot) {
        Announcement announcement = snapshot.announcement();
        return new TotalsEvent(
                announcement.collection(),
                snapshot.totals().revision(),
                announcement.state(),
                announcement.bureau(),
                announcement.period(),
                announcement.compiledBy(),
                announcement.deadline(),
                snapshot.document(),
                snapshot.figures(),
                snapshot.units(),
                snapshot.progress(),
                snapshot.findings().stream().map(Finding::of).toList(),
                snapshot.totals().asOf(),
                ContentHash.of(snapshot));
    }
}
