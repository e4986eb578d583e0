package gongkai.aggregation.total;

import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.Collections;
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
     * Fails with {@link NotThereYet} when that takes too long, also where the collection itself has not been heard of.
     */
    Uni<Boolean> await(String collection, Token token, Optional<Duration> patience) {
        return arrival(collection, token)
                .ifNoItem()
                .after(patience.orElse(USUAL))
                .failWith(() -> new NotThereYet(collection, token))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Boolean> arrival(String collection, Token token) {
        return Uni.createFrom()
                .item(() -> QuarkusTransaction.requiringNew().call(() -> look(collection, token)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(seen -> seen.arrived()
                        ? Uni.createFrom().item(true)
                        : watch.beyond(collection, seen.clock()).flatMap(moved -> arrival(collection, token)));
    }

    private record Seen(long clock, boolean arrived) {}

    /** The clock first: what moves while we look is seen when it is looked at again. */
    private Seen look(String collection, Token token) {
        long clock = collections
                .findByIdOptional(collection)
                .map(Collection::revision)
                .orElse(0L);
        return new Seen(clock, clock > 0 && submissions.latest(collection, token.unit()) >= token.revision());
    }
}
