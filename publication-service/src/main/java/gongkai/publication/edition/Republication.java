package gongkai.publication.edition;

import gongkai.publication.outbox.LogIsNew;
import gongkai.publication.outbox.Outbox;
import gongkai.publication.report.Reports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Tells a new log of every edition there is. */
@ApplicationScoped
class Republication {

    private static final String WITH_EDITIONS = "select distinct report from Edition order by report";

    private final Editions editions;
    private final Withdrawals withdrawals;
    private final PublishedReports published;
    private final Reports reports;
    private final Outbox outbox;

    Republication(
            Editions editions, Withdrawals withdrawals, PublishedReports published, Reports reports, Outbox outbox) {
        this.editions = editions;
        this.withdrawals = withdrawals;
        this.published = published;
        this.reports = reports;
        this.outbox = outbox;
    }

    void tellAll(@Observes LogIsNew log) {
        QuarkusTransaction.requiringNew()
                .call(this::reportsWithEditions)
                .forEach(report -> QuarkusTransaction.requiringNew().run(() -> tell(report)));
    }

    private List<String> reportsWithEditions() {
        return editions.getEntityManager()
                .createQuery(WITH_EDITIONS, String.class)
                .getResultList();
    }

    /** Nobody publishes or withdraws one meanwhile: what is told later must not be older. */
    private void tell(String report) {
        reports.getToChange(report);
        editions.list("report = ?1 order by number", report).forEach(edition -> outbox.append(event(edition)));
    }

    private EditionEvent event(Edition edition) {
        PublishedReport report = published.read(edition);
        return withdrawals
                .of(edition)
                .map(withdrawal -> EditionEvent.withdrawn(report, edition.digest(), withdrawal))
                .orElseGet(() -> EditionEvent.published(report, edition.digest()));
    }
}
