package gongkai.submission.loss;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;

/**
 * What others know of us and this database does not: it was acknowledged, and is gone because the database was restored as it was
 * before. Nobody can bring it back but the units. So each loss is remembered until something newer takes its place, numbers go on above
 * the lost ones, so that nobody takes new figures for old ones, and a unit finds its submission sent back to it with the reason.
 */
@ApplicationScoped
public class Losses {

    /**
     * Somebody knows of this revision.
     *
     * @param unit whose submission it is a revision of; the empty text where it is the collection's own
     */
    record Known(String collection, String unit, long number) {}

    /** What is found bit by bit of a submission that is not mended is one loss. */
    private static final String REMEMBER = """
            insert into lost_revision as lost (collection, unit, number, kept, found_at)
            select known.collection, known.unit, max(known.number), coalesce(own.latest, 0), cast(:now as timestamptz)
            from unnest(:collections, :units, :numbers) as known (collection, unit, number)
            left join lateral (
              select max(number) as latest
              from revision
              where collection = known.collection and unit = known.unit
              union all
              select revision
              from collection
              where known.unit = '' and code = known.collection) own on own.latest is not null
            where known.number > coalesce(own.latest, 0)
            group by known.collection, known.unit, own.latest
            on conflict (collection, unit) do update
            set number = excluded.number,
              kept = case when excluded.kept > lost.number then excluded.kept else lost.kept end,
              found_at = excluded.found_at
            where lost.number < excluded.number
            """;

    private static final String GO_ON_ABOVE = """
            update collection
            set revision = lost.number
            from lost_revision lost
            where lost.unit = '' and lost.collection = collection.code and collection.revision < lost.number
            """;

    private static final String UNANSWERED = """
            select lost.collection, lost.unit, lost.number, lost.kept
            from lost_revision lost
            join unit place on place.collection = lost.collection and place.code = lost.unit and place.on_roster
            where not exists (select from revision
                where collection = lost.collection and unit = lost.unit and number >= lost.number)
            order by lost.collection, lost.unit
            """;

    private static final String STANDING = """
            select lost.collection, lost.unit, lost.number, lost.kept
            from lost_revision lost
            where not exists (select from revision
                where collection = lost.collection and unit = lost.unit and number > lost.number)
              and not exists (select from collection
                where code = lost.collection and lost.unit = '' and revision > lost.number)
            order by lost.collection, lost.unit
            """;

    private static final String OF_COLLECTION = """
            select coalesce(max(number), 0) as latest
            from lost_revision
            where collection = :collection and unit = ''
            """;

    private final Session session;
    private final Clock clock;
    private final Event<Loss> lost;

    Losses(Session session, Clock clock, Event<Loss> lost) {
        this.session = session;
        this.clock = clock;
        this.lost = lost;
    }

    /** Finds out which of these we do not know, and remembers them. */
    @Transactional
    void compare(List<Known> known) {
        int found = session.createNativeMutationQuery(REMEMBER)
                .setParameter("now", clock.instant())
                .setParameter(
                        "collections", known.stream().map(Known::collection).toArray(String[]::new))
                .setParameter("units", known.stream().map(Known::unit).toArray(String[]::new))
                .setParameter("numbers", known.stream().map(Known::number).toArray(Long[]::new))
                .executeUpdate();
        if (found > 0) {
            session.createNativeMutationQuery(GO_ON_ABOVE).executeUpdate();
            sendBack();
            Log.errorf("Others know of revisions that this database has lost: %s", standing());
        }
    }

    /** Has the submissions sent back that were lost; to be called where units may have come onto a roster. */
    @Transactional(TxType.MANDATORY)
    public void sendBack() {
        // The places on the roster must be there.
        session.flush();
        losses(UNANSWERED).forEach(lost::fire);
    }

    /** The latest revision that others know of a collection which we had lost; 0 for none. */
    @Transactional(TxType.MANDATORY)
    public long of(String collection) {
        return session.createNativeQuery(OF_COLLECTION, Long.class)
                .addScalar("latest", Long.class)
                .setParameter("collection", collection)
                .getSingleResult();
    }

    /** What is lost and nothing newer has taken the place of. */
    @Transactional
    List<Loss> standing() {
        return losses(STANDING);
    }

    private List<Loss> losses(String query) {
        return session.createNativeQuery(query, Object[].class)
                .getResultStream()
                .map(row -> new Loss((String) row[0], (String) row[1], (Long) row[2], (Long) row[3]))
                .toList();
    }
}
