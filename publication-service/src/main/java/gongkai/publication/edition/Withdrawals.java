package gongkai.publication.edition;

import gongkai.publication.outbox.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Withdrawals implements PanacheRepositoryBase<Withdrawal, Edition.Key> {

    private final Editions editions;
    private final PublishedReports published;
    private final Outbox outbox;

    Withdrawals(Editions editions, PublishedReports published, Outbox outbox) {
        this.editions = editions;
        this.published = published;
        this.outbox = outbox;
    }

    /**
     * Withdraws an edition and tells others; also one that cannot be read yet. The caller holds the report's lock.
     *
     * @throws NotPublished where there is none
     */
    public Withdrawal withdraw(String report, int number, String reason, String by, Instant now) {
        Edition edition = editions.findByIdOptional(new Edition.Key(report, number))
                .orElseThrow(() -> new NotPublished(report, number));
        return of(edition).orElseGet(() -> {
            var withdrawal = new Withdrawal(edition, reason, by, now);
            persist(withdrawal);
            outbox.append(EditionEvent.withdrawn(published.read(edition), edition.digest(), withdrawal));
            Log.infof("Report %s: edition %d withdrawn by %s", report, number, by);
            return withdrawal;
        });
    }

    public Optional<Withdrawal> of(Edition edition) {
        return findByIdOptional(new Edition.Key(edition.report(), edition.number()));
    }

    /** By the number of the edition. */
    public Map<Integer, Withdrawal> of(String report) {
        return list("report", report).stream().collect(Collectors.toMap(Withdrawal::number, Function.identity()));
    }
}
