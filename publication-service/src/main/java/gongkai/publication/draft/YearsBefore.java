package gongkai.publication.draft;

import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReports;
import gongkai.publication.report.Crosswalk;
import gongkai.publication.report.Reports;
import gongkai.publication.report.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What a bureau had reported for the period before: as the public has read it, or else as its totals stand. */
@ApplicationScoped
class YearsBefore {

    private final Reports reports;
    private final Editions editions;
    private final PublishedReports published;
    private final Clock clock;

    YearsBefore(Reports reports, Editions editions, PublishedReports published, Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.published = published;
        this.clock = clock;
    }

    /** By the codes of these totals' form; of another form only what can be compared without doubt. */
    Map<String, BigDecimal> figures(Totals totals) {
        Optional<Totals> before = reports.ofThePeriodBefore(totals);
        return before.map(earlier -> Crosswalk.between(
                                earlier.form().code(), totals.form().code())
                        .carry(editions.publicAt(earlier.collection(), clock.instant())
                                .map(edition -> published.read(edition).values())
                                .orElse(earlier.values())))
                .orElse(Map.of());
    }
}
