package gongkai.publication.report;

import gongkai.chassis.tracing.TraceContext;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.Session;

/** Moves reports on to newer totals. */
@ApplicationScoped
public class ReportUpdater {

    private static final String UPDATE = """
            insert into report (code, totals_revision, totals, bureau, bureau_name, period_end, errors, warnings)
            select code, revision, event, bureau, bureau_name, cast(period_end as date), errors, warnings
            from unnest(:codes, :revisions, :events, :bureaus, :bureauNames, :periodEnds, :errors, :warnings)
              as received (code, revision, event, bureau, bureau_name, period_end, errors, warnings)
            order by code
            on conflict (code) do update
            set totals_revision = excluded.totals_revision,
                totals = excluded.totals,
                bureau = excluded.bureau,
                bureau_name = excluded.bureau_name,
                period_end = excluded.period_end,
                errors = excluded.errors,
                warnings = excluded.warnings,
                updated_at = now()
            where report.totals_revision < excluded.totals_revision
            returning code
            """;

    private final Session session;

    ReportUpdater(Session session) {
        this.session = session;
    }

    /** Stores the newest totals of each report. Totals that are older than the stored ones, or the same, change nothing. */
    @Transactional
    public void update(List<ReceivedTotals> received) {
        Collection<ReceivedTotals> newest = newestOfEachReport(received);
        if (!newest.isEmpty()) {
            store(newest);
        }
    }

    /** Older totals of a batch are never stored: a snapshot of 20 KB costs more than the comparison. */
    private static Collection<ReceivedTotals> newestOfEachReport(List<ReceivedTotals> received) {
        Map<String, ReceivedTotals> newest = new LinkedHashMap<>();
        received.forEach(totals -> newest.merge(totals.report(), totals, ReportUpdater::newer));
        return newest.values();
    }

    private static ReceivedTotals newer(ReceivedTotals one, ReceivedTotals other) {
        boolean otherIsNewer = one.revision() < other.revision();
        log(otherIsNewer ? one : other, "Totals %2$d of report %1$s are superseded within their batch");
        return otherIsNewer ? other : one;
    }

    private void store(Collection<ReceivedTotals> received) {
        Set<String> updated = Set.copyOf(session.createNativeQuery(UPDATE, String.class)
                .addScalar("code", String.class)
                .setParameter("codes", each(received, ReceivedTotals::report, String[]::new))
                .setParameter("revisions", each(received, ReceivedTotals::revision, Long[]::new))
                .setParameter("events", each(received, ReceivedTotals::event, String[]::new))
                .setParameter("bureaus", each(received, ReceivedTotals::bureau, String[]::new))
                .setParameter("bureauNames", each(received, ReceivedTotals::bureauName, String[]::new))
                .setParameter("periodEnds", each(received, ReceivedTotals::periodEnd, String[]::new))
                .setParameter("errors", each(received, ReceivedTotals::errors, Integer[]::new))
                .setParameter("warnings", each(received, ReceivedTotals::warnings, Integer[]::new))
                .getResultList());
        for (var totals : received) {
            if (updated.contains(totals.report())) {
                log(totals, "Report %s is based on totals %d");
            } else {
                Log.debugf("Totals %d of report %s are known already", totals.revision(), totals.report());
            }
        }
    }

    private static <T> T[] each(
            Collection<ReceivedTotals> totals, Function<ReceivedTotals, T> part, IntFunction<T[]> array) {
        return totals.stream().map(part).toArray(array);
    }

    private static void log(ReceivedTotals totals, String message) {
        TraceContext.under(totals.trace(), () -> Log.infof(message, totals.report(), totals.revision()));
    }
}
