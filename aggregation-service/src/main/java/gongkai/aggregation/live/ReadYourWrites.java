package gongkai.aggregation.live;

import gongkai.aggregation.TotalsProblem;
import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.Scope;
import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.progress.Submissions;
import gongkai.chassis.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Waits until the totals cover a submission that the submission-service has stored. */
@ApplicationScoped
public class ReadYourWrites {

    private final Collections collections;
    private final Submissions submissions;
    private final ChangeNotifier notifier;
    private final ReadYourWritesConfig config;
    private final Semaphore places;

    ReadYourWrites(
            Collections collections, Submissions submissions, ChangeNotifier notifier, ReadYourWritesConfig config) {
        this.collections = collections;
        this.submissions = submissions;
        this.notifier = notifier;
        this.config = config;
        this.places = new Semaphore(config.maxWaiting());
    }

    /**
     * Completes, on a worker thread, when the totals have taken the submission into account, whether it counts or not. Fails with
     * {@link TotalsProblem#TOTALS_NOT_THERE_YET} after the timeout, also where the collection is unknown or beyond the scope, and with
     * {@link TotalsProblem#TOO_MANY_WAIT} where every place is taken.
     */
    public Uni<Boolean> await(String collection, ConsistencyToken token, Scope scope) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().failure(new ProblemException(TotalsProblem.TOO_MANY_WAIT));
        }
        return arrival(collection, token, scope)
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new ProblemException(TotalsProblem.TOTALS_NOT_THERE_YET, collection, token))
                .onTermination()
                .invoke(() -> places.release())
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Boolean> arrival(String collection, ConsistencyToken token, Scope scope) {
        return Uni.createFrom()
                .item(() -> QuarkusTransaction.requiringNew().call(() -> read(collection, token, scope)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(state -> state.arrived()
                        ? Uni.createFrom().item(true)
                        : nextChange(collection, token, state).flatMap(moved -> arrival(collection, token, scope)));
    }

    /** The submission is missing, or the announcement of its collection. */
    private Uni<Long> nextChange(String collection, ConsistencyToken token, State state) {
        return state.stored()
                ? notifier.beyond(collection, state.clock())
                : notifier.beyond(new UnitKey(collection, token.unit()), token.revision() - 1);
    }

    /**
     * @param clock of the collection, of whatever scope
     * @param stored whether the submission is
     */
    private record State(long clock, boolean stored, boolean arrived) {}

    /** Reads the clock first, so that a later change is noticed by the next read. */
    private State read(String collection, ConsistencyToken token, Scope scope) {
        if (submissions.latest(collection, token.unit()) < token.revision()) {
            return new State(0, false, false);
        }
        long clock = collections
                .findByIdOptional(collection)
                .map(Collection::revision)
                .orElse(0L);
        return new State(clock, true, collections.isWithin(collection, scope));
    }
}
