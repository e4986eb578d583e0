package gongkai.aggregation.total;

import gongkai.aggregation.access.Scope;
import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.collection.Watch;
import gongkai.aggregation.progress.Submissions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Waits until a submission that the submission-service has stored is known here too. */
@ApplicationScoped
class Arrivals {

    /** Many times what it takes while nothing is wrong. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Collections collections;
    private final Submissions submissions;
    private final Watch watch;

    Arrivals(Collections collections, Submissions submissions, Watch watch) {
        this.collections = collections;
        this.submissions = submissions;
        this.watch = watch;
    }

    /**
     * Completes, on a worker thread, when the totals know of the submission: whether it counts or not, it has been taken into account.
     * Fails with {@link NotThereYet} when that takes too long, also where the collection itself has not been heard of, and just so
     * where it is beyond the scope.
     */
    Uni<Boolean> await(String collection, Token token, Scope scope, Optional<Duration> patience) {
        return arrival(collection, token, scope)
                .ifNoItem()
                .after(patience.orElse(USUAL))
                .failWith(() -> new NotThereYet(collection, token))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Boolean> arrival(String collection, Token token, Scope scope) {
        return Uni.createFrom()
                .item(() -> QuarkusTransaction.requiringNew().call(() -> look(collection, token, scope)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(seen -> seen.arrived()
                        ? Uni.createFrom().item(true)
                        : next(collection, token, seen).flatMap(moved -> arrival(collection, token, scope)));
    }

    /** What may change the answer: the submission itself, or its collection, which has not been announced to us. */
    private Uni<Long> next(String collection, Token token, Seen seen) {
        return seen.known()
                ? watch.beyond(collection, seen.clock())
                : watch.beyond(new UnitKey(collection, token.unit()), token.revision() - 1);
    }

    /**
     * @param clock of the collection, of whatever scope
     * @param known whether the submission is
     */
    private record Seen(long clock, boolean known, boolean arrived) {}

    /** The clock first: what moves while we look is seen when it is looked at again. */
    private Seen look(String collection, Token token, Scope scope) {
        if (submissions.latest(collection, token.unit()) < token.revision()) {
            return new Seen(0, false, false);
        }
        long clock = collections
                .findByIdOptional(collection)
                .map(Collection::revision)
                .orElse(0L);
        return new Seen(clock, true, collections.isWithin(collection, scope));
    }
}
