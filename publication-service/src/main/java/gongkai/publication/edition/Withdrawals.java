package gongkai.publication.edition;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.problem.ProblemException;
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
    private final AuditLog auditLog;

    Withdrawals(Editions editions, PublishedReports published, AuditLog auditLog) {
        this.editions = editions;
        this.published = published;
        this.auditLog = auditLog;
    }

    /**
     * Withdraws an edition, also one that cannot be read yet. The caller holds the report's lock.
     *
     * @throws ProblemException where there is none
     */
    public Withdrawal withdraw(String report, int number, String reason, String by, Instant now) {
        Edition edition = editions.findByIdOptional(new Edition.Key(report, number))
                .orElseThrow(() -> new ProblemException(EditionProblem.EDITION_NOT_PUBLISHED, report, number));
        return of(edition).orElseGet(() -> {
            var withdrawal = new Withdrawal(edition, reason, by, now);
            persist(withdrawal);
            PublishedReport content = published.read(edition);
            auditLog.append(new AuditedChange(
                    content.bureau().code(),
                    null,
                    "/v1/reports/%s/editions/%d".formatted(report, number),
                    by,
                    Map.of("digest", edition.digest()),
                    Map.of("digest", edition.digest(), "withdrawn", true),
                    reason));
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
