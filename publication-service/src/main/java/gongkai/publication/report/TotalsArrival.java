package gongkai.publication.report;

import gongkai.publication.trace.Trace;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.Session;

/** Lets reports rest on the totals that arrive. */
@ApplicationScoped
public class TotalsArrival {

    private static final String REST = """
            insert into report (code, totals_revision, totals)
            select code, revision, cast(event as jsonb)
            from unnest(:codes, :revisions, :events) as arrived (code, revision, event)
            order by code
            on conflict (code) do update
            set totals_revision = excluded.totals_revision, totals = excluded.totals, arrived_at = now(), source_revision = null
            where report.totals_revision < excluded.totals_revision
            returning code
            """;

    /** Null where the source still says the same. */
    private static final String LOOK_BACK = """
            update report
            set source_revision = case when totals = cast(event as jsonb) then null else revision end
            from unnest(:codes, :revisions, :events, :again) as arrived (code, revision, event, again)
            where report.code = arrived.code and (again or totals_revision = revision)
            """;

    private final Session session;

    TotalsArrival(Session session) {
        this.session = session;
    }

    /**
     * Lets each report rest on its totals, unless it already rests on these or on later ones: what arrives twice or out of order
     * changes nothing. Either all are taken, or none.
     */
    @Transactional
    public void take(List<ArrivedTotals> arrived) {
        Collection<ArrivedTotals> waiting = withoutTheReplaced(arrived);
        while (!waiting.isEmpty()) {
            // One statement moves a report once: what is left of the same one waits for the next.
            Map<String, ArrivedTotals> next = new LinkedHashMap<>();
            List<ArrivedTotals> others = new ArrayList<>();
            for (var each : waiting) {
                if (next.putIfAbsent(each.report(), each) != null) {
                    others.add(each);
                }
            }
            takeOneEach(List.copyOf(next.values()));
            waiting = others;
        }
    }

    /** In their order, without those that later ones replace at once: storing 20 KB for nobody to see is dear. */
    private static Collection<ArrivedTotals> withoutTheReplaced(List<ArrivedTotals> arrived) {
        Map<String, ArrivedTotals> following = new HashMap<>();
        var left = new ArrayDeque<ArrivedTotals>();
        for (int i = arrived.size() - 1; i >= 0; i--) {
            ArrivedTotals each = arrived.get(i);
            ArrivedTotals later = following.get(each.report());
            if (later != null && each.areReplacedBy(later)) {
                say(each, "Totals %2$d of report %1$s are replaced by later ones at once");
            } else {
                following.put(each.report(), each);
                left.addFirst(each);
            }
        }
        return left;
    }

    private void takeOneEach(List<ArrivedTotals> arrived) {
        Set<String> moved = Set.copyOf(session.createNativeQuery(REST, String.class)
                .addScalar("code", String.class)
                .setParameter("codes", each(arrived, ArrivedTotals::report, String[]::new))
                .setParameter("revisions", each(arrived, ArrivedTotals::revision, Long[]::new))
                .setParameter("events", each(arrived, ArrivedTotals::event, String[]::new))
                .getResultList());
        var old = new ArrayList<ArrivedTotals>();
        for (var totals : arrived) {
            if (moved.contains(totals.report())) {
                say(totals, "Report %s rests on totals %d");
            } else {
                Log.debugf("Totals %d of report %s are not news", totals.revision(), totals.report());
                old.add(totals);
            }
        }
        if (!old.isEmpty()) {
            lookBack(old);
        }
    }

    private void lookBack(List<ArrivedTotals> old) {
        session.createNativeMutationQuery(LOOK_BACK)
                .setParameter("codes", each(old, ArrivedTotals::report, String[]::new))
                .setParameter("revisions", each(old, ArrivedTotals::revision, Long[]::new))
                .setParameter("events", each(old, ArrivedTotals::event, String[]::new))
                .setParameter("again", each(old, ArrivedTotals::again, Boolean[]::new))
                .executeUpdate();
    }

    private static <T> T[] each(List<ArrivedTotals> totals, Function<ArrivedTotals, T> part, IntFunction<T[]> array) {
        return totals.stream().map(part).toArray(array);
    }

    private static void say(ArrivedTotals totals, String what) {
        Trace.under(totals.trace(), () -> Log.infof(what, totals.report(), totals.revision()));
    }
}
