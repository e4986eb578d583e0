package gongkai.aggregation.total;

import gongkai.aggregation.outbox.Newest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** How collections stand, as others are told. */
@ApplicationScoped
class NewestTotals implements Newest {

    /** Totals, roster and submissions are asked for one after the other, while the intake goes on: all as of one moment. */
    private static final String OF_ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Session session;
    private final Snapshots snapshots;

    NewestTotals(Session session, Snapshots snapshots) {
        this.session = session;
        this.snapshots = snapshots;
    }

    @Override
    @Transactional
    public List<TotalsEvent> of(Set<String> collections) {
        session.createNativeMutationQuery(OF_ONE_MOMENT).executeUpdate();
        return snapshots.now(collections).map(TotalsEvent::of).toList();
    }
}
